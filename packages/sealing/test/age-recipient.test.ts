import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { expect, it } from 'vitest';
import { recipientProblem } from '../src/index.ts';
import { toBech32 } from './support/bech32.ts';
import { makeAgeKey } from './support/make-age-key.ts';

const { recipient, identity } = makeAgeKey();

it('takes native recipients', async () => {
  const hybrid = await identityToRecipient(await generateHybridIdentity());
  expect(hybrid).toMatch(/^age1pq1/);
  for (const each of [recipient, hybrid]) expect(await recipientProblem(each)).toBeUndefined();
});

it.each([
  ['', 'it is no age recipient: those begin with "age1"'],
  ['AGE1', 'it is no age recipient: those begin with "age1"'],
  [recipient.slice(0, -1), 'it is damaged: length or checksum are wrong'],
  [`${recipient}\n`, 'it is damaged: length or checksum are wrong'],
  [toBech32('age', new Uint8Array(31)), 'it is damaged: length or checksum are wrong'],
  [
    toBech32('age1yubikey', new Uint8Array(33)),
    'it belongs to the age plugin "yubikey"; only native recipients are supported',
  ],
  [
    toBech32('age1tag', new Uint8Array(33)),
    'it belongs to the age plugin "tag"; only native recipients are supported',
  ],
  ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA', 'it is an SSH key; make an age key with "age-keygen"'],
  ['AGE-PLUGIN-YUBIKEY-1QQPQQ', 'it is the identity of an age plugin'],
  ['arn:aws:kms:eu-central-1:1:key/a', 'it is a key of a cloud service'],
  ['85D77543B3D624B63CEA9E6DBC17301B491B3F21', 'it is a PGP fingerprint'],
])('refuses %s', async (text, problem) => {
  expect(await recipientProblem(text)).toBe(problem);
});

it('tells a secret key without repeating any of it', async () => {
  for (const each of [identity, identity.toLowerCase()]) {
    const problem = await recipientProblem(each);
    expect(problem).toMatch(/^it is a secret key/);
    expect(problem).not.toContain(each.slice(16, 24));
  }
});
