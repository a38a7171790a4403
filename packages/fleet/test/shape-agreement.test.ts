import type { Path } from '@fleetc/diagnostics';
import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { isEffectivePool, isFleet } from '../src/generated/validators.js';
import { valueAt } from '../src/resolve/plain.ts';
import { readFleet } from '../src/resolve/read-fleet.ts';
import { resolveFleet } from '../src/resolve/resolve-fleet.ts';
import {
  explainFleetShape,
  explainPoolShape,
  type ShapeIssue,
} from '../src/shape/explain-shape.ts';
import { examples, ruleExamples } from './examples.ts';
import { mutate, mutation } from './mutations.ts';

const file = 'fleet.yaml';
/** Milliseconds that a property may take where much else is running. */
const patience = 60_000;
const locate = () => ({ file, start: 0, end: 0 });
const mutations = fc.array(mutation, { minLength: 1, maxLength: 3 });

/**
 * Layers may lack what another layer gives, and `null` deletes what is known: both are judged after merging. Lists merge as
 * a whole, so that neither holds inside of them.
 */
function isDeferred(value: unknown, { path, absent, diagnostic }: ShapeIssue): boolean {
  const layered = path[0] === 'pools' || path[0] === 'profiles';
  if (!layered || path.length < 2 || diagnostic.rule === 'unknown-key') return false;
  return (
    (absent || valueAt(value, path) === null) && !path.some((step) => typeof step === 'number')
  );
}

function explain(value: unknown): [string, Path][] {
  return explainFleetShape(value, locate)
    .filter((issue) => !isDeferred(value, issue))
    .map(({ diagnostic, path }) => [diagnostic.message, path]);
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const fleets = [...examples.map(([, text]) => text), ...ruleExamples].flatMap((text) => {
  try {
    const value: unknown = parse(text, { logLevel: 'silent' });
    return isMap(value) ? [value] : [];
  } catch {
    return [];
  }
});

it.each(examples)('accepts the example %s both ways', (_, text) => {
  const value: unknown = parse(text);
  expect(isFleet(value)).toBe(true);
  expect(explain(value)).toEqual([]);
});

it(
  'says of a whole file yes or no as the schema does, whatever is broken',
  () => {
    const property = fc.property(fc.constantFrom(...fleets), mutations, (fleet, changes) => {
      const value = mutate(fleet, changes);
      fc.pre(isMap(value));
      const issues = explain(value);
      expect({ valid: isFleet(value), issues }).toEqual({ valid: issues.length === 0, issues });
    });
    fc.assert(property, { seed: 1, numRuns: 1500 });
  },
  patience,
);

it(
  'says of a merged pool yes or no as the schema does, whatever is broken',
  async () => {
    const pools: object[] = [];
    for (const text of [...examples.map((example) => example[1]), ...ruleExamples]) {
      const { file: read } = await readFleet({ path: file, text });
      const fleet = read && (await resolveFleet(read, read.environments[0]!)).value;
      if (fleet) pools.push(...Object.values(fleet.effective['pools'] as Record<string, object>));
    }
    const property = fc.property(fc.constantFrom(...pools), mutations, (pool, changes) => {
      const value = mutate(pool, changes);
      fc.pre(isMap(value));
      const issues = explainPoolShape(value, ['pools', 'x'], locate).map(
        ({ diagnostic, path }): [string, Path] => [diagnostic.message, path],
      );
      expect({ valid: isEffectivePool(value), issues }).toEqual({
        valid: issues.length === 0,
        issues,
      });
    });
    fc.assert(property, { seed: 1, numRuns: 1500 });
  },
  patience,
);
