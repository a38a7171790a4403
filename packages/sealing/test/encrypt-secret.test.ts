import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { encryptSecret, type PlainSecret } from '../src/index.ts';
import { openAge } from './decoders/open-age.ts';
import { openSops, type SopsDocument } from './decoders/open-sops.ts';
import { makeAgeKey } from './support/make-age-key.ts';

const key = makeAgeKey();
const now = new Date('2026-08-31T10:00:00.987Z');

function secretOf(values: Readonly<Record<string, string>>): PlainSecret {
  const entries = Object.entries(values).map(([name, text]) => [name, Buffer.from(text)] as const);
  return { name: 'github', namespace: 'runners', type: 'Opaque', values: new Map(entries) };
}

function open(text: string): Record<string, string> {
  const values = openSops(text, (armored) => openAge(armored, key.privateKey));
  return Object.fromEntries([...values].map(([name, bytes]) => [name, bytes.toString()]));
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'grapheme', minLength: 400, maxLength: 5000 }),
  fc.constantFrom('', ' ', 'yes', '0777', '1e3', '2001-01-01', 'null', '"\\\r\n\t', '\ufeff', '𝄞'),
);

it('writes what an independent reader opens, whatever the values', async () => {
  const values = fc.dictionary(fc.stringMatching(/^[-_A-Za-z0-9][-._A-Za-z0-9]{0,30}$/), text, {
    minKeys: 1,
    maxKeys: 5,
  });
  await fc.assert(
    fc.asyncProperty(values, async (plain) => {
      const file = await encryptSecret(secretOf(plain), { recipients: [key.recipient], now });
      const opened = open(file);
      expect(opened).toEqual({ ...plain });
    }),
    { numRuns: 60 },
  );
});

it('leaves everything but the values readable, in one layout', async () => {
  const plain = { 'github_token': 'c4n4ry', 'a': 'x', 'B.c': '' };
  const file = await encryptSecret(secretOf(plain), { recipients: [key.recipient], now });
  const layout = file
    .replaceAll(/data:[^,]+,iv:[^,]+,tag:[^,]+/g, '…')
    .replaceAll(/(-----BEGIN[^-]+-----\n)[\s\S]*?( +-----END)/g, '$1            …\n$2')
    .replaceAll(key.recipient, 'age1…');
  expect(layout).toBe(`apiVersion: "v1"
kind: "Secret"
metadata:
    name: "github"
    namespace: "runners"
type: "Opaque"
stringData:
    "B.c": ""
    "a": "ENC[AES256_GCM,…,type:str]"
    "github_token": "ENC[AES256_GCM,…,type:str]"
sops:
    age:
        - recipient: "age1…"
          enc: |
            -----BEGIN AGE ENCRYPTED FILE-----
            …
            -----END AGE ENCRYPTED FILE-----
    lastmodified: "2026-08-31T10:00:00Z"
    mac: "ENC[AES256_GCM,…,type:str]"
    encrypted_regex: "^(data|stringData)$"
    mac_only_encrypted: true
    version: "3.13.2"
`);
});

it('is opened by each of several recipients, each named once', async () => {
  const other = makeAgeKey();
  const recipients = [key.recipient, other.recipient, key.recipient];
  const file = await encryptSecret(secretOf({ a: 'b' }), { recipients, now });
  const { age } = (load(file) as SopsDocument).sops;
  expect(age.map(({ recipient }) => recipient)).toEqual([key.recipient, other.recipient]);
  const opened = [key, other].map((each, row) => openAge(age[row]!.enc, each.privateKey));
  expect(opened[0]).toEqual(opened[1]);
  expect(() => openAge(age[0]!.enc, other.privateKey)).toThrow(/auth/);
});

it('stays whole when name, namespace and labels change, and breaks when a key is renamed', async () => {
  const file = await encryptSecret(secretOf({ token: 'b' }), { recipients: [key.recipient], now });
  const moved = file.replace('"runners"', '"elsewhere"\n    labels: { a: "b" }');
  expect(open(moved)).toEqual({ token: 'b' });
  expect(() => open(file.replace('"token"', '"tokem"'))).toThrow(/auth/);
  expect(() => open(file.replace('10:00:00', '10:00:01'))).toThrow(/auth/);
});

it('notices a value that was taken out or put elsewhere', async () => {
  const file = await encryptSecret(secretOf({ a: '1', b: '2' }), {
    recipients: [key.recipient],
    now,
  });
  expect(() => open(file.replace(/ {4}"b": .*\n/, ''))).toThrow('MAC');
});

it('gives another file each time', async () => {
  const options = { recipients: [key.recipient], now };
  const first = await encryptSecret(secretOf({ a: '1' }), options);
  expect(await encryptSecret(secretOf({ a: '1' }), options)).not.toBe(first);
});
