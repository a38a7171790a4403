import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { encryptSecret } from '../src/index.ts';
import { openAge } from '../test/decoders/open-age.ts';
import { openSops, type SopsDocument } from '../test/decoders/open-sops.ts';
import { makeAgeKey } from '../test/support/make-age-key.ts';
import { needsTool } from './run-tool.ts';

const key = makeAgeKey();
const now = new Date('2026-08-31T10:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'fleetc-sops-'));

function write(text: string): string {
  const file = join(folder, 'secret.sops.yaml');
  writeFileSync(file, text);
  return file;
}

function encrypt(
  values: Readonly<Record<string, string>>,
  ...recipients: string[]
): Promise<string> {
  const bytes = Object.entries(values).map(([name, text]) => [name, Buffer.from(text)] as const);
  const secret = { name: 'github', namespace: 'runners', type: 'Opaque', values: new Map(bytes) };
  return encryptSecret(secret, { recipients, now });
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc.string({ unit: 'grapheme', minLength: 400, maxLength: 2000 }),
  fc.constantFrom('', 'yes', '0777', '1e3', '2001-01-01', 'null', '"\\\r\n\t', 'a\nb\n', '𝄞'),
);

it('gives sops what it decrypts, checksum included', async (context) => {
  const sops = needsTool(context, 'sops');
  const values = fc.dictionary(fc.stringMatching(/^[-_A-Za-z0-9][-._A-Za-z0-9]{0,20}$/), text, {
    minKeys: 1,
    maxKeys: 5,
  });
  await fc.assert(
    fc.asyncProperty(values, async (plain) => {
      const file = write(await encrypt(plain, key.recipient));
      const env = { SOPS_AGE_KEY: key.identity };
      const decrypted = sops(['decrypt', '--output-type', 'json', file], { env });
      expect(JSON.parse(decrypted)).toEqual({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'github', namespace: 'runners' },
        type: 'Opaque',
        stringData: { ...plain },
      });
    }),
    { numRuns: 25 },
  );
});

it('gives sops a file that may move to another namespace', async (context) => {
  const sops = needsTool(context, 'sops');
  const text = await encrypt({ token: 'value' }, key.recipient);
  const moved = text.replace('"runners"', '"elsewhere"\n    labels:\n        a: "b"');
  const decrypted = sops(['decrypt', write(moved)], { env: { SOPS_AGE_KEY: key.identity } });
  expect(load(decrypted)).toMatchObject({
    metadata: { namespace: 'elsewhere', labels: { a: 'b' } },
    stringData: { token: 'value' },
  });
  expect(() =>
    sops(['decrypt', write(text.replace('"token"', '"tokem"'))], {
      env: { SOPS_AGE_KEY: key.identity },
    }),
  ).toThrow('message authentication failed');
});

it('gives sops a file that it can edit', async (context) => {
  const sops = needsTool(context, 'sops');
  const file = write(await encrypt({ token: 'value' }, key.recipient));
  const env = { SOPS_AGE_KEY: key.identity };
  sops(['set', file, '["stringData"]["token"]', '"other"'], { env });
  expect(load(sops(['decrypt', file], { env }))).toMatchObject({ stringData: { token: 'other' } });
});

it('encrypts for keys that age-keygen makes, of both kinds', async (context) => {
  const sops = needsTool(context, 'sops');
  const age = needsTool(context, 'age');
  const keygen = needsTool(context, 'age-keygen');
  for (const args of [[], ['-pq']]) {
    const identity = keygen(args);
    const recipient = /public key: (age1\S+)/.exec(identity)![1]!;
    const text = await encrypt({ token: 'value' }, key.recipient, recipient);
    const secretKey = identity.split('\n').find((line) => line.startsWith('AGE-SECRET-KEY-'))!;
    const decrypted = sops(['decrypt', write(text)], { env: { SOPS_AGE_KEY: secretKey } });
    expect(load(decrypted)).toMatchObject({ stringData: { token: 'value' } });
    const keyFile = join(folder, 'key.txt');
    writeFileSync(keyFile, identity);
    const { enc } = (load(text) as SopsDocument).sops.age[1]!;
    // The data key is bytes and no text; that they come out is what counts.
    expect(age(['--decrypt', '--identity', keyFile], { input: enc }).length).toBeGreaterThan(0);
  }
});

it('reads what sops encrypts with its own decoder', (context) => {
  const sops = needsTool(context, 'sops');
  const file = write('kind: Secret\nstringData:\n  b: "1"\n  a: "välue"\n');
  const rule = {
    age: key.recipient,
    mac_only_encrypted: true,
    encrypted_regex: '^(data|stringData)$',
  };
  const config = join(folder, 'config.yaml');
  writeFileSync(config, JSON.stringify({ creation_rules: [rule] }));
  const encrypted = sops(['--config', config, 'encrypt', file]);
  const opened = openSops(encrypted, (armored) => openAge(armored, key.privateKey));
  expect([...opened].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
    ['b', '1'],
    ['a', 'välue'],
  ]);
});
