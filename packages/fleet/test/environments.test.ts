import { expect, it } from 'vitest';
import { readFleet } from '../src/resolve/read-fleet.ts';
import { exampleFleet } from '../src/rules/example.ts';
import { codesAt, readMarks, relatedSpans } from '../src/testing/marked-text.ts';
import { diagnose, path, resolve } from './diagnose.ts';

const pools = 'pools:\n  build: { replicas: 2 }\n  cache: {}\n  web: {}\n';

async function poolsOf(environment: string): Promise<string[]> {
  const text = exampleFleet(`${pools}environments:\n  e: ${environment}`);
  return (await resolve(text)).pools.map(({ name }) => name);
}

it.each<[string, string[]]>([
  ['{}', ['build', 'cache', 'web']],
  ['{ only: [web, build] }', ['build', 'web']],
  ['{ only: [] }', []],
  ['{ override: { pools: { cache: null } } }', ['build', 'web']],
  ['{ override: { pools: { extra: { scope: web } } } }', ['build', 'cache', 'extra', 'web']],
  ['{ only: [extra], override: { pools: { extra: { scope: web } } } }', ['extra']],
])('gives the environment %s the pools %j', async (environment, names) => {
  expect(await poolsOf(environment)).toEqual(names);
});

it('has one environment called default where the file has no such block', async () => {
  const { file } = await readFleet({ path, text: exampleFleet('') });
  expect(file).toMatchObject({ hasEnvironments: false, environments: ['default'] });
  expect((await resolve(exampleFleet(''))).destination).toEqual({});
});

it('lists environments in the order of names', async () => {
  const text = exampleFleet('environments: { b: {}, a: {}, c1: {} }');
  const { file } = await readFleet({ path, text });
  expect(file).toMatchObject({ hasEnvironments: true, environments: ['a', 'b', 'c1'] });
});

it.each<[string, object]>([
  ['{ name: staging }', { name: 'staging' }],
  ['{ server: "https://10.0.0.1" }', { server: 'https://10.0.0.1' }],
  ['{ kubeconfigSecret: edge }', { kubeconfigSecret: 'edge' }],
])('takes the destination %s as it is', async (destination, expected) => {
  const fleet = await resolve(exampleFleet(`environments:\n  e: { destination: ${destination} }`));
  expect(fleet.destination).toEqual(expected);
});

it('patches every block of the file for one environment alone', async () => {
  const text = exampleFleet(`environments:
  a: {}
  b:
    override:
      metadata: { labels: { env: b } }
      github: { url: https://github.example.com/ }
      namespaces: { create: false }
      controller: { namespace: arc-b, watch: cluster, certManager: false }
      registry: { direct: [quay.io] }
      scopes: { web: { organization: acme } }`);
  const [a, b] = [await resolve(text, 'a'), await resolve(text, 'b')];
  expect(a).toMatchObject({
    environment: 'a',
    labels: {},
    github: { url: 'https://github.com', product: 'github.com' },
    createNamespaces: true,
    controller: { namespace: 'actions-runner-system', watchNamespace: 'actions-runner-system' },
    registry: { direct: [] },
  });
  expect(b).toMatchObject({
    environment: 'b',
    labels: { env: 'b' },
    github: { url: 'https://github.example.com', product: 'server' },
    createNamespaces: false,
    controller: { namespace: 'arc-b', certManager: { install: false, namespace: 'cert-manager' } },
    registry: { direct: ['quay.io'] },
  });
  expect(b.controller.watchNamespace).toBeUndefined();
  expect(b.scopes.get('web')!.target).toEqual({ level: 'organization', organization: 'acme' });
  expect(b.pools[0]!.namespace).toBe('arc-b');
});

it.each<[string, string, string]>([
  [
    'a reference that it breaks',
    'FLC3002',
    'scopes:\n  ‹web›: { repository: acme/web }\npools:\n  ci: { scope: ‸web‸ }\nenvironments:\n  e: { override: { scopes: { ‹web›: null } } }',
  ],
  [
    'a credential that it takes away',
    'FLC3001',
    'credentials:\n  github: { pat: { secret: { from: { existing: true } } } }\n  ‹app›: { pat: { secret: { from: { existing: true } } } }\ncontroller: { credentials: github }\nscopes:\n  web: { repository: acme/web, credentials: ‸app‸ }\nenvironments:\n  e: { override: { credentials: { ‹app›: null } } }',
  ],
  [
    'a profile that it takes away',
    'FLC3003',
    'profiles: { ‹big›: { replicas: 2 } }\npools:\n  ci: { profiles: [‸big‸] }\nenvironments:\n  e: { override: { profiles: { ‹big›: null } } }',
  ],
  [
    'a type that it breaks',
    'FLC2002',
    'pools:\n  ci: { ‹replicas›: 2 }\nenvironments:\n  e: { override: { pools: { ci: { replicas: ‸two‸ } } } }',
  ],
  [
    'a form that it breaks',
    'FLC2005',
    'controller: { ‹namespace›: arc }\nenvironments:\n  e: { override: { controller: { namespace: ‸Arc_B‸ } } }',
  ],
  [
    'a key that it removes and the language needs',
    'FLC2003',
    'pools:\n  ci: { autoscale: { min: 1, ‹max›: 2, on: { busy: {} } } }\nenvironments:\n  e: { override: { pools: { ci: { ‸autoscale‸: { max: null } } } } }',
  ],
  [
    'keys that exclude each other',
    'FLC2006',
    'environments:\n  e: { override: { pools: { ci: { ‹replicas›: 1, ‸autoscale‸: { min: 1, max: 2, on: { busy: {} } } } } } }',
  ],
])('shows the override and the file for %s', async (_, code, marked) => {
  const { text, places, related } = readMarks(exampleFleet(marked));
  const found = (await diagnose(text)).filter(({ severity }) => severity === 'error');
  expect(codesAt(found)).toEqual([[code, places[0]]]);
  expect(relatedSpans(found)).toEqual(related);
});

it('says once what every environment would say', async () => {
  const found = await diagnose(
    exampleFleet('pools:\n  ci: { scope: wep }\nenvironments: { a: {}, b: {}, c: {} }'),
  );
  expect(found.map(({ code }) => code)).toEqual(['FLC3002']);
});

it('says which environment names a pool that is not there', async () => {
  const { text, places } = readMarks(
    exampleFleet('pools:\n  build: { replicas: 1 }\nenvironments:\n  edge: { only: [‸built‸] }'),
  );
  const [found, ...others] = (await diagnose(text)).filter(({ severity }) => severity === 'error');
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    code: 'FLC3004',
    message: 'environment "edge" names pool "built", which is not defined',
    fix: 'write "build"',
    primary: { span: places[0] },
  });
});
