import { expect, it } from 'vitest';
import { hideInBrokenText } from '../src/literal-secrets/hide-in-broken-text.ts';
import { readFleet } from '../src/resolve/read-fleet.ts';
import { exampleFleet } from '../src/rules/example.ts';
import { codesAt, readMarks } from '../src/testing/marked-text.ts';
import { path } from './diagnose.ts';
import { examples } from './examples.ts';

const random = 'k9Fz2qLx7Wv4Rt8B';

function read(marked: string) {
  const { text, places } = readMarks(exampleFleet(marked.replaceAll('VALUE', random)));
  return { text, places, reading: readFleet({ path, text }) };
}

it.each([
  'pools:\n  ci: { env: { DB_PASSWORD: ‸VALUE‸ } }',
  'pools:\n  ci: { env: { DB_PASSWORD: ‸"VALUE"‸ } }',
  'controller: { chart: { values: { auth: { clientSecret: ‸VALUE‸ } } } }',
  'pools:\n  ci: { pod: { containers: [{ env: [{ name: NPM_TOKEN, value: ‸VALUE‸ }] }] } }',
  'environments:\n  e: { override: { pools: { ci: { env: { API_KEY: ‸VALUE‸ } } } } }',
])('warns of %s, shows it nowhere and keeps it', async (marked) => {
  const { text, places, reading } = read(`${marked} # VALUE`);
  const { source, redact, file, diagnostics } = await reading;
  expect(codesAt(diagnostics)).toEqual(places.map((place) => ['FLC4002', place]));
  expect(source.text).not.toContain(random);
  expect(source.text.length).toBe(text.length);
  expect(source.text.replaceAll('x'.repeat(random.length), random)).toBe(text);
  expect(JSON.stringify(file?.value)).toContain(random);
  expect(redact(`"${random}" is odd`)).toBe('"xxxxxxxxxxxxxxxx" is odd');
});

it('hides what stands behind an anchor', async () => {
  const { reading } = read(
    'pools:\n  ci: { metadata: { annotations: { a: &a VALUE } }, env: { TOKEN: *a } }',
  );
  const { source, diagnostics } = await reading;
  expect(diagnostics.map(({ code }) => code)).toEqual(['FLC4002']);
  expect(source.text).not.toContain(random);
});

it('hides it in a text that is no YAML', async () => {
  const { reading } = read('pools:\n  ci: { env: { DB_PASSWORD: VALUE ]');
  const { source, redact, file, diagnostics } = await reading;
  expect([file, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['FLC1005']]);
  expect(source.text).not.toContain(random);
  expect(redact(random)).not.toContain(random);
});

it.each(examples)('finds nothing in the example %s', async (_, text) => {
  const { source, diagnostics } = await readFleet({ path, text });
  expect([source.text, diagnostics]).toEqual([text, []]);
});

it.each(['token: ', 'a=', 'password ', '"', 'a.b-c', `token: ${random}`])(
  'looks through a megabyte of %j in proportion to its length',
  (piece) => {
    const text = `${piece.repeat(Math.ceil((1024 * 1024) / piece.length))}\n a: [`;
    const before = performance.now();
    hideInBrokenText({ path, text });
    expect(performance.now() - before).toBeLessThan(1000);
  },
);
