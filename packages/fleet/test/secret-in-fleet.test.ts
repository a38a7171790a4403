import type { Path } from '@fleetc/diagnostics';
import { parse, stringify } from 'yaml';
import { expect, it } from 'vitest';
import { valueAt } from '../src/resolve/plain.ts';
import { readFleet } from '../src/resolve/read-fleet.ts';
import { resolveFleet } from '../src/resolve/resolve-fleet.ts';
import { exampleFleet } from '../src/rules/example.ts';
import { codesAt, readMarks } from '../src/testing/marked-text.ts';
import { plantedKey, plantedSecrets } from '../src/testing/planted-secrets.ts';
import { diagnose, path } from './diagnose.ts';
import { examples } from './examples.ts';

const token = plantedSecrets['a GitHub personal access token']!;

function* scalars(value: unknown, at: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) yield at;
  else {
    for (const [key, child] of Object.entries(value)) {
      yield* scalars(child, [...at, Array.isArray(value) ? Number(key) : key]);
    }
  }
}

function withValue(fleet: unknown, at: Path, value: string): string {
  const copy = structuredClone(fleet);
  (valueAt(copy, at.slice(0, -1)) as Record<string | number, unknown>)[at.at(-1)!] = value;
  return stringify(copy, { lineWidth: 0 });
}

it.each(examples)('says one thing of a token in any value of the example %s', async (_, source) => {
  const fleet: unknown = parse(source);
  const noisy: Record<string, string[]> = {};
  for (const at of scalars(fleet)) {
    const text = withValue(fleet, at, token);
    const found = (await diagnose(text)).filter(({ severity }) => severity === 'error');
    const codes = found.map(({ code }) => code);
    if (codes.join() !== 'FLC4001')
      noisy[at.join('.')] = found.map((d) => `${d.code} ${d.message}`);
    const { start, end } = found.find(({ code }) => code === 'FLC4001')!.primary!.span;
    expect(text.slice(start, end)).toBe(token);
  }
  expect(noisy).toEqual({});
});

it.each(examples)('lets no token of the example %s go further', async (_, source) => {
  const fleet: unknown = parse(source);
  for (const at of scalars(fleet)) {
    const reading = await readFleet({ path, text: `${withValue(fleet, at, token)}# ${token}\n` });
    const resolutions = await Promise.all(
      (reading.file?.environments ?? []).map((name) => resolveFleet(reading.file!, name)),
    );
    const everything = JSON.stringify([reading, reading.file?.document.source, resolutions]);
    expect(everything).not.toContain(token.slice(4));
  }
});

it.each<[string, string]>([
  ['a key of a strict map', 'pools:\n  ci: { scope: web, ‸TOKEN‸: 1 }'],
  ['a key at the top', '‸TOKEN‸: 1'],
  [
    'two keys that are equal once they are masked',
    'pools:\n  ci: { env: { ‸TOKEN‸: x, ‸TOKEN‸: y } }',
  ],
  ['a name that is referred to', 'scopes:\n  web: { repository: acme/web, credentials: ‸TOKEN‸ }'],
  ['a quoted number', 'pools:\n  ci: { replicas: "‸TOKEN‸" }'],
  ['an override', 'environments:\n  e: { override: { pools: { ci: { scope: ‸TOKEN‸ } } } }'],
  ['a raw value', 'controller: { chart: { values: { a: [{ b: ‸TOKEN‸ }] } } }'],
  ['a comment above a mistake', '# ‸TOKEN‸'],
])('says one thing of a token in %s', async (_, marked) => {
  const { text, places } = readMarks(exampleFleet(marked).replaceAll('TOKEN', token));
  const found = (await diagnose(text)).filter(({ severity }) => severity === 'error');
  expect(codesAt(found)).toEqual(places.map((place) => ['FLC4001', place]));
});

it('says one thing of a private key that is pasted without a thought for YAML', async () => {
  const text = exampleFleet(
    `credentials:\n  github: { pat: { secret: { from: { existing: true } } } }\n  app: ${plantedKey('')}`,
  );
  expect((await diagnose(text)).map(({ code }) => code)).toEqual(['FLC4001']);
});

it('still says what else is wrong', async () => {
  const found = await diagnose(
    exampleFleet(`pools:\n  a: { scope: wep }\n  b: { env: { A: ${token} }, replicas: -1 }\n`),
  );
  expect(found.map(({ code }) => code)).toEqual(['FLC3002', 'FLC4001', 'FLC2008']);
});

it('reads a text with a byte order mark, its places counted without it', async () => {
  const { text, places } = readMarks(exampleFleet('pools:\n  ci: { scope: ‸wep‸ }'));
  const reading = await readFleet({ path, text: `\uFEFF${text}` });
  expect(reading.source.text).toBe(text);
  expect(codesAt(await diagnose(`\uFEFF${text}`))).toEqual([['FLC3002', places[0]]]);
});
