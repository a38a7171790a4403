import type { Path } from '@fleetc/diagnostics';
import { parse, stringify } from 'yaml';
import { expect, it } from 'vitest';
import { isSecretPlace } from '../src/literal-secrets/misplaced/is-secret-place.ts';
import { valueAt } from '../src/resolve/plain.ts';
import { readFleet } from '../src/resolve/read-fleet.ts';
import { exampleFleet } from '../src/rules/example.ts';
import { codesAt, readMarks } from '../src/testing/marked-text.ts';
import { path } from './diagnose.ts';
import { examples } from './examples.ts';

const canary = 'hunter2hunter2';

function* maps(value: unknown, at: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield at;
  for (const [key, child] of Object.entries(value)) {
    yield* maps(child, [...at, Array.isArray(value) ? Number(key) : key]);
  }
}

function withValue(fleet: unknown, at: Path, value: unknown): string {
  const copy = structuredClone(fleet);
  (valueAt(copy, at.slice(0, -1)) as Record<string | number, unknown>)[at.at(-1)!] = value;
  return stringify(copy, { lineWidth: 0 });
}

it.each(examples)(
  'shows nothing in the place of any Secret of the example %s',
  async (_, source) => {
    const fleet: unknown = parse(source, { maxAliasCount: -1 });
    const shown: string[] = [];
    for (const at of maps(fleet)) {
      if (!isSecretPlace(at) || at.includes('patch') || at.includes('values')) continue;
      for (const place of [at, [...at, 'password']]) {
        // A credential may have any name, and a Secret any key.
        const isName =
          place.length > at.length &&
          /^(?:credentials|fields|pullSecrets)$/.test(String(at.at(-1)));
        const value = isName ? { password: canary } : canary;
        const { source: masked, diagnostics } = await readFleet({
          path,
          text: withValue(fleet, place, value),
        });
        if (masked.text.includes(canary) || JSON.stringify(diagnostics).includes(canary))
          shown.push(place.join('.'));
      }
    }
    expect(shown).toEqual([]);
  },
);

it.each([
  'credentials:\n  github: { pat: { ‸token‸: VALUE } }',
  'credentials:\n  github: { pat: ‸VALUE‸ }',
  'registry: { pullSecrets: { github: { ‸password‸: VALUE } } }',
  'secrets: { ‸value‸: VALUE }',
])('hides %s and keeps the finding', async (marked) => {
  const { text, places } = readMarks(exampleFleet(marked.replace('VALUE', canary)));
  const { source, redact, diagnostics } = await readFleet({ path, text });
  expect(codesAt(diagnostics).map(([, place]) => place)).toEqual(places);
  expect(source.text).toBe(text.replace(canary, 'x'.repeat(canary.length)));
  expect(redact(`"${canary}" is odd`)).toBe('"xxxxxxxxxxxxxx" is odd');
  expect(diagnostics[0]!.fix).toContain('no secret can be written here');
});

it.each([
  'pools:\n  token: { scope: web, replica: 22222222 }',
  'scopes:\n  web: { repository: acme/web, credential: github-app }',
  'credentials:\n  hub: { registry: { server: docker.io/library } }',
  'credentials:\n  github: { app: { id: 123456 } }',
])('leaves %s alone', async (blocks) => {
  const text = exampleFleet(blocks);
  const { source, diagnostics } = await readFleet({ path, text });
  expect(diagnostics.map(({ severity }) => severity)).toContain('error');
  expect(source.text).toBe(text);
});

it('takes a word out of messages only where it stands alone', async () => {
  const text = exampleFleet('credentials:\n  main: { pat: { secret: github } }');
  const { source, redact } = await readFleet({ path, text });
  expect(source.text).toContain('{ secret: xxxxxx }');
  expect(redact('github: github.com, github_token, my-github')).toBe(
    'xxxxxx: github.com, github_token, my-github',
  );
});

const sealed = (value: string) =>
  `credentials:\n  github: { pat: { secret: { from: { sealedSecret: { sealed: { a/b: { github_token: ${value} } } } } } } }`;
const ageKey = `AGE-${'SECRET'}-KEY-1${'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'.repeat(2)}`;

it.each([
  [sealed(canary), 'this is not ciphertext', 'pipe a new one into "fleetc seal NAME"'],
  [
    sealed(`${'gh'}p_${'Qz7RkW2mXv9TbL4nHs8YdJ3fPc6GaK4dn0t5'}`),
    'this is not ciphertext',
    'fleetc seal',
  ],
  [`secrets: { sops: { recipients: [${ageKey}] } }`, 'this is not a public key', '"age-keygen -y"'],
])('says what belongs there of %s', async (blocks, message, fix) => {
  const { diagnostics } = await readFleet({ path, text: exampleFleet(blocks) });
  expect(diagnostics.map(({ code }) => code)).toEqual(['FLC4001']);
  expect(diagnostics[0]!.message).toBe(`${message}, and a secret may not be written here`);
  expect(diagnostics[0]!.fix).toContain(fix);
});

it('says of a text that is cut off in the place of ciphertext how it is made', async () => {
  const text = exampleFleet(sealed(canary).replace('github_token', '.dockerconfigjson'));
  const { diagnostics } = await readFleet({ path, text });
  expect(diagnostics.map(({ code }) => code)).toEqual(['FLC2005']);
  expect(diagnostics[0]!.fix).toContain('pipe a new one into "fleetc seal NAME"');
});

it.each(['VALUE\n', '[VALUE]\n', 'helm: { token: VALUE }\n', 'targets:\n  - VALUE\n'])(
  'shows nothing of a file that is no fleet: %j',
  async (text) => {
    const { source, diagnostics } = await readFleet({ path, text: text.replace('VALUE', canary) });
    expect(diagnostics[0]!.code).toMatch(/^FLC200[29]$/);
    expect(source.text).not.toContain(canary);
    expect(source.text).toHaveLength(text.length - 'VALUE'.length + canary.length);
  },
);

it.each([
  ['pat: { token: VALUE ]', 'pat: { xxxxxx xxxxxxxxxxxxxx ]'],
  ['pat: [ VALUE, }', 'pat: [ xxxxxxxxxxxxxx, }'],
  ['pat: { secret: VALUE: x ]', 'pat: { secret: xxxxxxxxxxxxxxx x ]'],
  ['pat: { secret: { from: { env: VALUE } }', 'pat: { secret: { from: { env: xxxxxxxxxxxxxx } }'],
  ['pat:\n      VALUE: [\n    app: { id: 1 }', 'pat:\n      xxxxxxxxxxxxxxx [\n    app: { id: x }'],
  ['pat:\n\n      secret: "VALUE\n', 'pat:\n\n      secret: "xxxxxxxxxxxxxx\n'],
  ['{"pat":{"token":"VALUE"', `{"${'x'.repeat(3)}":{"xxxxx":"xxxxxxxxxxxxxx"`],
])(
  'leaves of a text that is no YAML, behind such a key, the form alone: %j',
  async (line, shown) => {
    const blocks = `credentials:\n  github:\n    ${line}`;
    const text = exampleFleet(`${blocks.replace('VALUE', canary)}\nx: [ }`);
    const { file, source } = await readFleet({ path, text });
    expect(file).toBe(undefined);
    expect(source.text).toBe(
      text.replace(line.replace('VALUE', canary).trimEnd(), shown.trimEnd()),
    );
  },
);
