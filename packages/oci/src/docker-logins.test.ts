import { expect, it } from 'vitest';
import { parseDockerLogins } from './docker-logins.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const logins = (config: unknown) => parseDockerLogins(JSON.stringify(config))!;

it('reads "auth" before the two fields, and colons in the password', () => {
  const { find } = logins({
    auths: {
      'a.test': { auth: base64('me:pa:ss'), username: 'other', password: 'other' },
      'b.test': { username: 'you', password: 'word' },
      'c.test': { auth: base64('nobody') },
      'd.test': {},
    },
  });
  expect(find('a.test')).toEqual({ username: 'me', password: 'pa:ss' });
  expect(find('b.test')).toEqual({ username: 'you', password: 'word' });
  expect([find('c.test'), find('d.test'), find('e.test')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('knows Docker Hub by its one address alone', () => {
  const entry = { auth: base64('me:pass') };
  expect(logins({ auths: { 'docker.io': entry } }).find('docker.io')).toBeUndefined();
  expect(logins({ auths: { 'index.docker.io': entry } }).find('docker.io')).toBeUndefined();
  const hub = logins({ auths: { 'https://index.docker.io/v1/': entry } });
  expect(hub.find('docker.io')).toEqual({ username: 'me', password: 'pass' });
  expect(hub.find('index.docker.io')).toEqual({ username: 'me', password: 'pass' });
});

it('tolerates a scheme and a path in other keys, and keeps ports apart', () => {
  const { find } = logins({
    auths: { 'https://r.test:5000/v2/': { auth: base64('me:pass') } },
  });
  expect(find('r.test:5000')).toEqual({ username: 'me', password: 'pass' });
  expect(find('r.test')).toBeUndefined();
});

it('says what it does not use', () => {
  const { unusedFor, find } = logins({
    auths: {
      'stored.test': {},
      'token.test': { identitytoken: 'x' },
      'plain.test': { auth: base64('a:b') },
    },
    credHelpers: { 'ecr.test': 'ecr-login', 'plain.test': 'other' },
  });
  expect(unusedFor('ecr.test')).toBe(
    'the credential helper "ecr-login" of the Docker configuration, which fleetc does not run',
  );
  expect(unusedFor('token.test')).toBe(
    'an identity token in the Docker configuration, which fleetc does not use',
  );
  expect([unusedFor('plain.test'), unusedFor('none.test')]).toEqual([undefined, undefined]);
  expect(find('token.test')).toBeUndefined();
  const store = logins({ auths: { 'stored.test': {} }, credsStore: 'desktop' });
  expect(store.unusedFor('stored.test')).toContain('"desktop"');
});

it.each(['', 'no JSON', '[]', '1', 'null'])('refuses the text %j', (text) => {
  expect(parseDockerLogins(text)).toBeUndefined();
});

it.each(['{}', '{"auths":[]}', '{"auths":{"a.test":1}}', '{"auths":null,"credHelpers":3}'])(
  'finds nothing in %s',
  (text) => {
    const { find, unusedFor } = parseDockerLogins(text)!;
    expect([find('a.test'), unusedFor('a.test')]).toEqual([undefined, undefined]);
  },
);
