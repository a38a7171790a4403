import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fleetRules } from '@fleetc/fleet';
import { coreRules } from '../../src/rules/index.ts';

const broken = join(import.meta.dirname, '../corpus/broken');
const examples = join(import.meta.dirname, '../../../../examples');

/** The broken files by name: what people feed to a program that asks for a fleet.yaml. */
export const brokenFiles: readonly (readonly [name: string, bytes: Buffer])[] = readdirSync(broken)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => [name, readFileSync(join(broken, name))]);

const exampleFiles = readdirSync(examples)
  .sort()
  .map((name) => readFileSync(join(examples, name, 'fleet.yaml')));

const ruleExamples = [...fleetRules, ...coreRules].flatMap((rule) =>
  rule.examples ? [rule.examples.bad, rule.examples.good].map((text) => Buffer.from(text)) : [],
);

/** Everything that mutations start from. The broken files stand thrice, because there are more of the others. */
export const seeds: readonly Buffer[] = [
  ...[1, 2, 3].flatMap(() => brokenFiles.map(([, bytes]) => bytes)),
  ...exampleFiles,
  ...ruleExamples,
];
