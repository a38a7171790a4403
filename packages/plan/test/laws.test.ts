import { fleets, leaves, type Plain, randomRuns, randomTimeout, replaceAt } from '@fleetc/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change, Tree } from '../src/index.ts';
import { changesBetween, compileFleet, type Compiled, outputs, treeOf } from './support/trees.ts';

/** Environments of which two share what the third has not, and each has something of its own. */
const environments: Plain = Object.fromEntries(
  ['production', 'staging', 'test'].map((name, index) => [
    name,
    { override: { metadata: { labels: { shared: String(index % 2), own: name } } } },
  ]),
);

/** A fleet, and the same one with one to three values changed. */
const changedFleets = fc
  .tuple(
    fleets,
    fc.boolean(),
    fc.array(fc.tuple(fc.nat(), fc.nat(2)), { minLength: 1, maxLength: 3 }),
  )
  .map(([given, hasEnvironments, choices]) => {
    const fleet: Plain = hasEnvironments ? { ...given, environments } : given;
    return {
      before: fleet,
      after: choices.reduce((sum, [at, how]) => changeOne(sum, at, how), fleet),
    };
  });

function changeOne(fleet: Plain, at: number, how: number): Plain {
  const paths = leaves(fleet).filter(([block]) => block !== 'apiVersion' && block !== 'kind');
  const path = paths[at % paths.length]!;
  const value = path.reduce<unknown>((part, step) => (part as Plain)[step], fleet);
  return replaceAt(fleet, path, changeValue(value, how)) as Plain;
}

function changeValue(value: unknown, how: number): unknown {
  if (typeof value === 'number') return value + how + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return value;
  return how === 0 ? `${value}x` : how === 1 ? value.replace(/\d/, '7') : value.slice(0, -1);
}

async function compileBoth(fleet: { before: Plain; after: Plain }): Promise<[Compiled, Compiled]> {
  const before = await compileFleet(fleet.before);
  const after = before && (await compileFleet(fleet.after));
  fc.pre(before !== undefined && after !== undefined);
  return [before!, after!];
}

it(
  'finds nothing in a tree and itself, whatever the target',
  { timeout: randomTimeout },
  async () => {
    const property = fc.asyncProperty(
      fleets,
      fc.constantFrom(...outputs),
      async (fleet, output) => {
        const compiled = await compileFleet(fleet);
        fc.pre(compiled !== undefined);
        const tree = await treeOf(compiled!, output);
        expect(changesBetween(output.target, tree, new Map(tree))).toEqual([]);
        expect(tree.size === 0 || changesBetween(output.target, new Map(), tree).length > 0).toBe(
          true,
        );
      },
    );
    await fc.assert(property, randomRuns(1 / 15));
  },
);

it('finds something exactly when the plain tree differs', { timeout: randomTimeout }, async () => {
  let different = 0;
  const property = fc.asyncProperty(changedFleets, async (fleet) => {
    const [before, after] = await compileBoth(fleet);
    const [old, young] = [await treeOf(before, outputs[0]!), await treeOf(after, outputs[0]!)];
    const changes = changesBetween('plain', old, young);
    const isDifferent = !isDeepEqual(old, young);
    if (isDifferent) different++;
    expect(changes.length > 0).toBe(isDifferent);
    for (const { facts, action } of changes) expect(facts.length > 0).toBe(action === 'changed');
  });
  await fc.assert(property, randomRuns(1 / 8));
  // Else the property says little.
  expect(different).toBeGreaterThan(20);
});

function isDeepEqual(old: Tree, young: Tree): boolean {
  return JSON.stringify([...old]) === JSON.stringify([...young]);
}

it('says the same of objects whatever the target', { timeout: randomTimeout }, async () => {
  let compared = 0;
  const property = fc.asyncProperty(
    changedFleets,
    fc.constantFrom(...outputs.slice(1)),
    async (fleet, output) => {
      const [before, after] = await compileBoth(fleet);
      const [old, young] = [await treeOf(before, outputs[0]!), await treeOf(after, outputs[0]!)];
      const expected = changesBetween('plain', old, young);
      const [oldTree, youngTree] = [await treeOf(before, output), await treeOf(after, output)];
      const found = changesBetween(output.target, oldTree, youngTree);
      expect(ofObjects(found)).toEqual(ofObjects(expected));
      compared += ofObjects(expected).length;
    },
  );
  await fc.assert(property, randomRuns(1 / 15));
  expect(compared).toBeGreaterThan(20);
});

const agents = ['argoproj.io', 'fluxcd.io'];

/** What changes about objects and pools of the fleet itself, without the files that they stand in. */
function ofObjects(changes: readonly Change[]): object[] {
  return changes
    .filter(({ subject, parts }) => {
      const isAgent = parts.some(({ apiVersion = '' }) =>
        agents.some((a) => apiVersion.includes(a)),
      );
      return (subject.type === 'pool' || subject.type === 'object') && !isAgent;
    })
    .map(({ facts, parts, ...change }) => ({
      ...change,
      consequence: '',
      renamed: '',
      facts: facts.map((fact) => ({ ...fact, file: '' })),
      parts: parts.map((part) => ({ ...part, file: '' })).sort(byText),
    }));
}

function byText(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
