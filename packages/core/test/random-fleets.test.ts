import { type Diagnostic, hasErrors, type Path } from '@fleetc/diagnostics';
import { type BudgetedKind, nameBudgets } from '@fleetc/notation';
import {
  fleets,
  leaves,
  type Plain,
  randomRuns,
  randomTimeout,
  replaceAt,
  shuffleKeys,
} from '@fleetc/testing';
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import schema from '../../../schemas/fleet.schema.json' with { type: 'json' };
import type { BundleItem } from '../src/bundle.ts';
import type { Compilation, CompiledEnvironment } from '../src/compilation.ts';
import { compileFleet, compileGood, path } from './compile-fleet.ts';
import { languageFields, usedFields } from './language-fields.ts';
import { printBundle } from './print-bundle.ts';

function valueOf(item: BundleItem): unknown {
  return item.type === 'object' ? item.object : item.release.values;
}

function printAll({ environments }: Compilation): string[] {
  return environments.map(({ bundle }) => printBundle(bundle!));
}

afterEach(() => {
  vi.unstubAllEnvs();
});

it('tries every field of the language', () => {
  const fields = languageFields(schema);
  for (const fleet of fc.sample(fleets, { numRuns: 1000, seed: 1 })) {
    for (const used of usedFields(schema, fleet)) fields.delete(used);
  }
  expect([...fields]).toEqual([]);
});

const held = { refused: [], withoutLine: [], sameName: [], longName: [] };

it(
  'emits what a cluster takes, knows the line of each field, and gives names of their own',
  { timeout: randomTimeout },
  async () => {
    let [tried, good] = [0, 0];
    const property = fc.asyncProperty(fleets, async (fleet) => {
      const { environments, diagnostics, text } = await compileFleet(fleet);
      tried++;
      const refused = diagnostics.filter(isRefusal).map(({ message }) => message);
      expect({ ...held, refused }).toEqual(held);
      fc.pre(!hasErrors(diagnostics));
      good++;
      for (const environment of environments) {
        const { items } = environment.bundle!;
        const names = items.map(nameOf);
        expect({
          ...held,
          withoutLine: fieldsWithoutLine(environment, text),
          sameName: names.filter((name, index) => names.indexOf(name) !== index),
          longName: items.filter(isTooLong).map(nameOf),
        }).toEqual(held);
      }
    });
    await fc.assert(property, randomRuns());
    // Else the property says little.
    expect(good / tried).toBeGreaterThan(0.5);
  },
);

// What the language takes, a validator may not refuse; these fleets hold nothing raw that is wrong.
function isRefusal({ code, severity }: Diagnostic): boolean {
  return severity === 'error' && code.startsWith('FLC500');
}

function fieldsWithoutLine({ fleet, bundle }: CompiledEnvironment, text: string): Path[] {
  return bundle!.items.flatMap((item) =>
    leaves(valueOf(item)).filter((leaf) => {
      const origin = item.origin(leaf);
      const { file, start, end } = fleet.origin(origin).span;
      return origin.length === 0 || file !== path || start >= end || end > text.length;
    }),
  );
}

function nameOf(item: BundleItem): string {
  if (item.type === 'release') return `release ${item.release.namespace} ${item.release.name}`;
  const { kind, metadata } = item.object;
  return `${kind} ${metadata.namespace ?? ''} ${metadata.name}`;
}

function isTooLong(item: BundleItem): boolean {
  if (item.type === 'release') return item.release.name.length > nameBudgets.helmRelease.length;
  const { kind, metadata } = item.object;
  return metadata.name.length > nameBudgets[kind as BudgetedKind].length;
}

it('makes the same bytes whatever the order of keys', { timeout: randomTimeout }, async () => {
  const property = fc.asyncProperty(fleets, fc.nat(), async (fleet, seed) => {
    const first = await compileGood(fleet);
    const second = await compileFleet(shuffleKeys(fleet, seed));
    expect(codesOf(second)).toEqual(codesOf(first));
    expect(printAll(second)).toEqual(printAll(first));
  });
  await fc.assert(property, randomRuns(1 / 2));
});

function codesOf({ diagnostics }: Compilation): string[] {
  return diagnostics.map(({ code }) => code).sort();
}

it('makes the same bytes twice', { timeout: randomTimeout }, async () => {
  const property = fc.asyncProperty(fleets, async (fleet) => {
    expect(printAll(await compileGood(fleet))).toEqual(printAll(await compileGood(fleet)));
  });
  await fc.assert(property, randomRuns(1 / 6));
});

it('never reads the variable that holds a secret', { timeout: randomTimeout }, async () => {
  const canary = 'canary-in-the-environment';
  const property = fc.asyncProperty(fleets, async (fleet) => {
    const names = JSON.stringify(fleet).match(/FLEETC_TEST_[A-Z]+/g) ?? [];
    for (const name of names) vi.stubEnv(name, canary);
    expect(everything(await compileFleet(fleet))).not.toContain(canary);
  });
  await fc.assert(property, randomRuns(1 / 3));
});

it('shows a secret that stands in the file nowhere', { timeout: randomTimeout }, async () => {
  // In two parts, so that this file holds nothing that looks like one.
  const canary = `${'gh'}p_${'canary0123'.repeat(3)}`;
  const property = fc.asyncProperty(fleets, fc.nat(), async (fleet, index) => {
    const texts = leaves(fleet).filter((leaf) => leaf.length > 1 && isText(fleet, leaf));
    const place = texts[index % texts.length]!;
    const compilation = await compileFleet(replaceAt(fleet, place, canary));
    expect(codesOf(compilation)).toContain('FLC4001');
    expect(everything(compilation)).not.toContain(canary);
  });
  await fc.assert(property, randomRuns(1 / 3));
});

function isText(fleet: Plain, leaf: Path): boolean {
  return typeof leaf.reduce((inner, step) => (inner as Plain)[step], fleet as unknown) === 'string';
}

/** All that a compilation gives out, the text that the test itself made aside. */
function everything({ source, diagnostics, environments }: Compilation): string {
  const effective = environments.map(({ fleet }) => fleet.effective);
  const bundles = environments.map(({ bundle }) => (bundle ? printBundle(bundle) : ''));
  return JSON.stringify([source, diagnostics, effective, bundles]);
}
