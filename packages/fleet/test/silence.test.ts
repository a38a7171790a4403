import { expect, it } from 'vitest';
import { exampleFleet } from '../src/rules/example.ts';
import { codesAt, readMarks } from '../src/testing/marked-text.ts';
import { diagnose } from './diagnose.ts';

const twoScopes = 'scopes:\n  web: { repository: acme/web }\n  org: { organization: acme }\n';

it.each<[string, string, string]>([
  ['a pool of the wrong type', 'FLC2002', 'pools:\n  ci: ‸5‸'],
  ['pools of the wrong type', 'FLC2002', 'pools: ‸[ci]‸\nenvironments:\n  a: { only: [ci] }'],
  ['scopes of the wrong type', 'FLC2002', 'scopes: ‸web‸\npools:\n  ci: { scope: web }'],
  ['scopes of the wrong type, to inherit from', 'FLC2002', 'scopes: ‸[]‸\npools:\n  ci: {}'],
  ['a scope of the wrong type', 'FLC2002', 'scopes:\n  web: ‸acme/web‸'],
  [
    'a scope with the wrong target',
    'FLC2005',
    'scopes:\n  web: { repository: ‸web‸ }\npools:\n  ci: {}',
  ],
  ['a scope without a target', 'FLC2007', 'scopes:\n  ‸web‸: { runnerGroup: x }'],
  [
    'a scope with two targets',
    'FLC2006',
    'scopes:\n  web: { organization: acme, ‸repository‸: acme/web }',
  ],
  ['credentials of the wrong type', 'FLC2002', 'credentials: ‸github‸'],
  ['credentials that are missing', 'FLC2002', 'credentials: ‸null‸'],
  ['a credential of the wrong type', 'FLC2002', 'credentials:\n  github: ‸token‸'],
  ['a credential without a kind', 'FLC2007', 'credentials:\n  ‸github‸: {}'],
  ['a credential without a Secret', 'FLC3010', 'credentials:\n  github: { ‸pat‸: {} }'],
  ['a Secret without a source', 'FLC3010', 'credentials:\n  github: { pat: { ‸secret‸: {} } }'],
  [
    'an unknown kind of credential',
    'FLC2001',
    'credentials:\n  github: { ‸token‸: x, pat: { secret: { from: { existing: true } } } }',
  ],
  [
    'a profile of the wrong type',
    'FLC2002',
    'profiles:\n  default: ‸[]‸\npools:\n  ci: { scope: web }',
  ],
  [
    'profiles of the wrong type',
    'FLC2002',
    'profiles: ‸5‸\npools:\n  ci: { scope: web, profiles: [big] }',
  ],
  [
    'a profile with a wrong value',
    'FLC2002',
    'profiles:\n  big: { docker: { sidecar: { mtu: ‸large‸ } } }\npools:\n  ci: { scope: web, profiles: [big] }',
  ],
  ['a profile that is not there', 'FLC3003', 'pools:\n  ci: { scope: web, profiles: [‸big‸] }'],
  ['a scope that is not there', 'FLC3002', 'pools:\n  ci: { scope: ‸wep‸ }'],
  [
    'a credential that is not there',
    'FLC3001',
    'scopes:\n  web: { repository: acme/web, credentials: ‸githib‸ }',
  ],
  [
    "a controller's credential that is not there",
    'FLC3001',
    'controller: { credentials: ‸githib‸ }',
  ],
  ['a controller of the wrong type', 'FLC2002', 'controller: ‸true‸'],
  ['a registry of the wrong type', 'FLC2002', 'registry: ‸harbor.acme.example‸'],
  ['pull secrets of the wrong type', 'FLC2002', 'registry: { pullSecrets: ‸harbor‸ }'],
  ['an environment of the wrong type', 'FLC2002', 'environments:\n  a: ‸true‸'],
  ['environments of the wrong type', 'FLC2002', 'environments: ‸[a]‸'],
  ['a name of the wrong type', 'FLC2002', 'metadata: { name: ‸5‸ }'],
  [
    'an autoscaler without its maximum',
    'FLC2003',
    'pools:\n  ci: { scope: web, ‸autoscale‸: { min: 1, on: { busy: {} } } }',
  ],
  [
    'a size twice',
    'FLC2006',
    'pools:\n  ci: { scope: web, replicas: 1, ‸autoscale‸: { min: 0, max: 2, on: { busy: {} } } }',
  ],
  [
    'a block twice, the first of which defines a scope',
    'FLC1002',
    'scopes:\n  org: { organization: acme }\n‸scopes‸:\n  web: { repository: acme/web }\npools:\n  ci: { scope: org }',
  ],
  ['a key twice in a pool', 'FLC1002', 'pools:\n  ci: { scope: wep, ‸scope‸: web }'],
  [
    'a merge key, on which a pool relies',
    'FLC1006',
    `${twoScopes}pools:\n  a: &a { scope: web, resources: { requests: { cpu: 1 } } }\n  b:\n    ‸<<‸: *a`,
  ],
  [
    'a wrong value in one form of two',
    'FLC2008',
    'pools:\n  ci: { scope: web, autoscale: { min: 1, max: 2, on: { busy: { up: ‸2‸ } } } }',
  ],
  ['an infinite number', 'FLC1012', 'pools:\n  ci: { scope: web, replicas: ‸.inf‸ }'],
  ['an unknown key that is null', 'FLC2001', 'pools:\n  ci: { scope: web, ‸replica‸: null }'],
  [
    'a missing block, in every environment',
    'FLC2002',
    'credentials: ‸5‸\nenvironments:\n  a: { override: { metadata: { labels: {} } } }',
  ],
  [
    'a key twice in an override',
    'FLC1002',
    'environments:\n  a: { override: { pools: { ci: { scope: wep, ‸scope‸: web } } } }',
  ],
  [
    'an override of the wrong type',
    'FLC2002',
    'environments:\n  a: { override: { pools: { ci: { replicas: ‸two‸ } } } }',
  ],
  [
    'an override that removes a scope',
    'FLC3002',
    'pools:\n  ci: { scope: ‸web‸ }\nenvironments:\n  a: { override: { scopes: { web: null } } }',
  ],
  ['a pool of an environment that is not there', 'FLC3004', 'environments:\n  a: { only: [‸cl‸] }'],
])('says one thing of %s', async (_, code, marked) => {
  const { text, places } = readMarks(exampleFleet(marked));
  const found = await diagnose(text);
  const errors = found.filter(({ severity }) => severity === 'error');
  expect(codesAt(errors)).toEqual([[code, places[0]]]);
  expect(found.filter((finding) => finding.code !== 'FLC4401')).toEqual(errors);
});

it('says one thing of a fleet without a name', async () => {
  const { text, places } = readMarks(
    exampleFleet('').replace('metadata: { name: acme }', '‸metadata‸: {}'),
  );
  expect(codesAt(await diagnose(text))).toEqual([['FLC2003', places[0]]]);
});

it('says one thing of a fleet without metadata', async () => {
  const { text, places } = readMarks(
    exampleFleet('')
      .replace('metadata: { name: acme }\n', '')
      .replace('apiVersion', '‸apiVersion‸'),
  );
  expect(codesAt(await diagnose(text))).toEqual([['FLC2003', places[0]]]);
});

it.each([
  [
    'docker: 5',
    '"docker" of pool "ci" must be one of "sidecar", "inRunner", "rootless", "none", "kubernetes"',
  ],
  ['docker: [sidecar]', '"docker" of pool "ci" must be text or a map, but it is a list'],
  ['docker: { sidecar: { mtu: 1 } }', '"docker.sidecar.mtu" of pool "ci" must be at least 576'],
  ['docker: { sidecars: {} }', '"sidecars" is not known in "docker" of pool "ci"'],
  ['image: 5', '"image" of pool "ci" must be text or a map, but it is a whole number'],
  ['image: { ubuntu: 22 }', '"image.ubuntu" of pool "ci" must be one of "20.04", "22.04", "24.04"'],
  ['env: { A: 5 }', '"env.A" of pool "ci" must be text or a map, but it is a whole number'],
  ['env: { A: { field: 5 } }', '"env.A.field" of pool "ci" must be text, but it is a whole number'],
  ['autoscale: { min: 1, max: 2, on: busy }', '"autoscale.on" of pool "ci" must be "webhook"'],
  [
    'autoscale: { min: 1, max: 2, on: { bussy: {} } }',
    '"bussy" is not known in "autoscale.on" of pool "ci"',
  ],
  [
    'resources: { requests: { cpu: -1 } }',
    '"resources.requests.cpu" of pool "ci" must be at least 0',
  ],
  [
    'resources: { requests: { cpu: one } }',
    '"resources.requests.cpu" of pool "ci" must be a Kubernetes quantity such as "500m", "4" or "8Gi"',
  ],
  [
    'resources: { requests: { cpu: [] } }',
    '"resources.requests.cpu" of pool "ci" must be text or a number, but it is a list',
  ],
])('judges %s by the form that is meant', async (field, message) => {
  const found = await diagnose(exampleFleet(`pools:\n  ci: { scope: web, ${field} }`));
  const errors = found.filter(({ severity }) => severity === 'error');
  expect(errors.map((finding) => finding.message)).toEqual([message]);
});
