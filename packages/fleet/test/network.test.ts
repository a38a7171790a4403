import { expect, it } from 'vitest';
import { exampleFleet } from '../src/rules/example.ts';
import { diagnose, resolve } from './diagnose.ts';

async function networkOf(block: string) {
  const { path: _, ...network } = (await resolve(exampleFleet(`network: ${block}`))).network;
  return network;
}

it('is there without anything in it when the file has none', async () => {
  expect((await resolve(exampleFleet(''))).network).toEqual({ path: ['network'] });
});

it('keeps the proxy as it is written, its exceptions in their order', async () => {
  const url = 'http://proxy.example.com:3128';
  expect(await networkOf(`{ proxy: { https: "${url}", no: [.b, .a] } }`)).toEqual({
    proxy: { https: url, no: ['.b', '.a'] },
  });
  expect(await networkOf(`{ proxy: { http: "${url}" } }`)).toEqual({
    proxy: { http: url, no: [] },
  });
});

it.each(['configMap', 'secret'])(
  'looks for the certificates of a %s under ca.crt',
  async (kind) => {
    const ca = { kind, name: 'acme-ca', key: 'ca.crt' };
    expect(await networkOf(`{ ca: { ${kind}: { name: acme-ca } } }`)).toEqual({ ca });
    expect(await networkOf(`{ ca: { ${kind}: { name: acme-ca, key: root.pem } } }`)).toEqual({
      ca: { ...ca, key: 'root.pem' },
    });
  },
);

it('takes the place of the certificates from an environment alone', async () => {
  const text = exampleFleet(
    'network: { ca: { configMap: { name: acme-ca } } }\nenvironments:\n  staging: { override: { network: { ca: { secret: { name: other } } } } }',
  );
  expect((await resolve(text, 'staging')).network.ca).toEqual({
    kind: 'secret',
    name: 'other',
    key: 'ca.crt',
  });
});

it.each([
  ['a user without a password', 'http://robot@proxy.example.com:3128', 'FLC2005'],
  ['no scheme', 'proxy.example.com:3128', 'FLC2005'],
  ['a password', `http://robot:${'pass'}word@proxy.example.com:3128`, 'FLC4001'],
])('refuses the URL of a proxy with %s', async (_, url, code) => {
  const found = await diagnose(exampleFleet(`network: { proxy: { https: "${url}" } }`));
  expect(found.map((diagnostic) => diagnostic.code)).toEqual([code]);
});

it('refuses a list in one text where proxies list what they leave out', async () => {
  const found = await diagnose(exampleFleet('network: { proxy: { no: [".a,.b"] } }'));
  expect(found.map(({ code }) => code)).toEqual(['FLC2005']);
});
