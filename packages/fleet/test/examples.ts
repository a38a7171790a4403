import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fleetRules } from '../src/rules/fleet-rules.ts';

const folder = join(import.meta.dirname, '../../../examples');

/** Every example of the repository: its name and the text of its fleet.yaml. */
export const examples: readonly (readonly [name: string, text: string])[] = readdirSync(folder)
  .sort()
  .map((name) => [name, readFileSync(join(folder, name, 'fleet.yaml'), 'utf8')]);

/** What the rules' pages show, good and bad. */
export const ruleExamples: readonly string[] = fleetRules.flatMap(({ examples: texts }) =>
  texts ? [texts.bad, texts.good] : [],
);
