import { formatPath } from '@fleetc/diagnostics';
import { expect, it } from 'vitest';
import { exampleFleet } from '../src/rules/example.ts';
import { diagnose, resolve } from './diagnose.ts';

const credentials = `credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  harbor: { registry: { server: harbor.example.com, secret: { from: { existing: true } } } }
`;
const resources = 'resources: { requests: { cpu: 500m, memory: 1Gi } }';

function pools(...entries: readonly string[]): string {
  const lines = entries.map((fields, index) => `  p${index}: { ${resources}, ${fields} }`);
  return exampleFleet(`${credentials}pools:\n${lines.join('\n')}`);
}

async function found(text: string): Promise<string[]> {
  return (await diagnose(text)).map(
    ({ code, path, message }) => `${code} ${formatPath(path ?? [])}: ${message}`,
  );
}

it.each(['sidecar', 'inRunner', 'rootless'])('binds the login of mode %s', async (mode) => {
  const fleet = await resolve(pools(`docker: { ${mode}: { login: harbor, mtu: 1400 } }`));
  const { docker } = fleet.pools[0]!;
  expect(docker).toEqual({ mode, env: [], mtu: 1400, login: fleet.credentials.get('harbor') });
});

it('counts a login as a use of its credential', async () => {
  expect(await found(pools('docker: { sidecar: { login: harbor } }'))).toEqual([]);
  expect(await found(pools('docker: sidecar'))).toEqual([
    'FLC4103 credentials.harbor: credential "harbor" is used by nothing',
  ]);
});

it('tells of a login that is defined nowhere, and of one that is none', async () => {
  const text = pools(
    'docker: { sidecar: { login: habror } }',
    'docker: { rootless: { login: github } }',
    'docker: { inRunner: { login: harbor } }',
  );
  expect(await found(text)).toEqual([
    'FLC3001 pools.p0.docker.sidecar.login: docker of pool "p0" uses credential "habror", which is not defined',
    'FLC3009 pools.p1.docker.rootless.login: docker of pool "p1" needs a registry login, but "github" is a personal access token',
  ]);
});

it('points at the profile that names the login', async () => {
  const text = exampleFleet(
    `profiles:\n  default: { docker: { sidecar: { login: nobody } }, ${resources} }\npools:\n  ci: {}`,
  );
  const [diagnostic] = await diagnose(text);
  expect(diagnostic?.code).toBe('FLC3001');
  expect(diagnostic?.primary?.span).toMatchObject({ start: text.indexOf('nobody') });
});

it('says nothing of a login where the mode itself is wrong', async () => {
  const codes = (await diagnose(pools('docker: { sidecar: { login: 5 } }'))).map((d) => d.code);
  expect(codes).toEqual(['FLC2002']);
});

it.each([
  ['"https://m.example.com"', { url: 'https://m.example.com', buildx: false }],
  ['{ url: "https://m.example.com" }', { url: 'https://m.example.com', buildx: false }],
  [
    '{ url: "https://m.example.com", buildx: true }',
    { url: 'https://m.example.com', buildx: true },
  ],
])('reads the mirror %s', async (written, mirror) => {
  expect((await resolve(exampleFleet(`registry: { mirror: ${written} }`))).registry.mirror).toEqual(
    mirror,
  );
});

it('lets an environment change the address alone', async () => {
  const text = exampleFleet(
    'registry: { mirror: { url: "https://a.example.com", buildx: true } }\nenvironments:\n  staging: { override: { registry: { mirror: "https://b.example.com" } } }',
  );
  expect((await resolve(text, 'staging')).registry.mirror).toEqual({
    url: 'https://b.example.com',
    buildx: true,
  });
});

it.each([
  ['a user', 'https://robot@m.example.com', 'FLC2005'],
  ['a query', 'https://m.example.com?ns=docker.io', 'FLC2005'],
  ['a fragment', 'https://m.example.com#x', 'FLC2005'],
  ['no scheme', 'm.example.com', 'FLC2005'],
  ['a password', `https://robot:${'pass'}word@m.example.com`, 'FLC4001'],
])('refuses a mirror with %s, in both forms', async (_, url, code) => {
  for (const mirror of [`"${url}"`, `{ url: "${url}" }`]) {
    const codes = (await diagnose(exampleFleet(`registry: { mirror: ${mirror} }`))).map(
      (diagnostic) => diagnostic.code,
    );
    expect(codes).toEqual([code]);
  }
});
