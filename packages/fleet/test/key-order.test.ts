import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { expect, it } from 'vitest';
import type { Fleet } from '../src/model.ts';
import { resolve } from './diagnose.ts';
import { examples } from './examples.ts';

type Plain = Record<string, unknown>;

function isMap(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same value with the keys of every map in the order that `rank` gives them. */
function reorder(value: unknown, rank: (key: string) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => reorder(item, rank));
  if (!isMap(value)) return value;
  const keys = Object.keys(value).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, reorder(value[key], rank)]));
}

/** Everything that a fleet holds, as text; maps are sorted, lists are as they are. */
function print({ origin: _origin, credentials, scopes, ...fleet }: Fleet): string {
  const whole = { ...fleet, credentials: [...credentials], scopes: [...scopes] };
  return JSON.stringify(reorder(whole, () => 0));
}

it.each(examples)(
  'makes one fleet of the example %s, whatever the order of its keys',
  async (_, text) => {
    const value: unknown = parse(text);
    const environments = Object.keys(
      (value as { environments?: object }).environments ?? { default: {} },
    );
    const property = fc.asyncProperty(
      fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
      async (ranks) => {
        const rank = (key: string) =>
          ranks[[...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 8]!;
        const shuffled = stringify(reorder(value, rank), { lineWidth: 0 });
        for (const environment of environments) {
          expect(print(await resolve(shuffled, environment))).toBe(
            print(await resolve(text, environment)),
          );
        }
      },
    );
    await fc.assert(property, { seed: 1, numRuns: 15 });
  },
);

it.each(examples)('freezes the fleet of the example %s, and all that is in it', async (_, text) => {
  const fleet = await resolve(text);
  const thawed: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Object.isFrozen(value)) thawed.push(path);
    const children = value instanceof Map ? [...value] : Object.entries(value);
    for (const [key, child] of children) visit(child, `${path}.${String(key)}`);
  };
  visit(fleet, 'fleet');
  expect(thawed).toEqual([]);
});
