import type { Path } from '@fleetc/diagnostics';
import { expect, it } from 'vitest';
import { resolve } from './diagnose.ts';

// Every value is unique, so that the text of a span says which place it is.
const text = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme, labels: { team: platform } }
controller:
  namespace: arc
  certManager: false
  chart: { values: { podLabels: { a: file-label } } }
registry:
  direct: [quay.io]
  pullSecrets: [harbor]
credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  harbor: { registry: { server: harbor.acme.example, secret: { from: { env: PULL } } } }
scopes:
  web: { repository: acme/web, runnerGroup: group-of-web }
  org: { organization: acme-org }
profiles:
  default:
    scope: web
    env: { A: from-default, B: "b-of-default" }
    docker: sidecar
  big:
    resources: { requests: { cpu: 4000m, memory: 8Gi } }
    env: { B: b-of-big }
pools:
  ci:
    profiles: [big]
    labels: [linux, x64]
    resources: { requests: { memory: 16Gi } }
    docker: { sidecar: { mtu: 1400 } }
    image: acme/runner:1
  plain: {}
  gone: { replicas: 7 }
environments:
  staging:
    destination: { name: cluster-s }
    override:
      metadata: { labels: { stage: staging-label } }
      scopes: { web: { organization: other-org } }
      profiles: { big: { env: { C: c-of-big } } }
      pools:
        ci: { replicas: 9, env: { A: from-override } }
        gone: null
        added: { scope: org, replicas: 8 }
  production: {}
`;

const file = (written: string): [string, string] => ['file', written];
const inDefault = (written: string): [string, string] => ['profile default', written];
const inBig = (written: string): [string, string] => ['profile big', written];
const override = (written: string): [string, string] => ['environment staging', written];
const builtIn = (written: string): [string, string] => ['default', written];

async function originOf(environment: string, path: string, part: 'key' | 'value' = 'value') {
  const fleet = await resolve(text, environment);
  const steps: Path =
    path === '' ? [] : path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const { layer, span } = fleet.origin(steps, part);
  return [layer, text.slice(span.start, span.end)];
}

it.each<[string, [string, string]]>([
  ['metadata.name', file('acme')],
  ['metadata.labels.team', file('platform')],
  ['metadata.namePrefix', builtIn('metadata')],
  ['github.url', builtIn('apiVersion')],
  ['controller.namespace', file('arc')],
  ['controller.release', builtIn('controller')],
  ['controller.certManager.install', file('false')],
  ['controller.certManager.namespace', builtIn('certManager')],
  ['controller.chart.values.podLabels.a', file('file-label')],
  ['controller.chart.version', builtIn('chart')],
  ['registry.direct.0', file('quay.io')],
  ['registry.pullSecrets.harbor', file('harbor')],
  ['credentials.github.pat.secret.from.existing', file('true')],
  ['credentials.github.pat.secret.name', builtIn('secret')],
  ['scopes.web.repository', file('acme/web')],
  ['scopes.web.credentials', builtIn('web')],
  ['pools.ci.labels.1', file('x64')],
  ['pools.ci.image.reference', file('acme/runner:1')],
  ['pools.ci.docker.sidecar.mtu', file('1400')],
  ['pools.ci.resources.requests.memory', file('16Gi')],
  ['pools.ci.resources.requests.cpu', inBig('4000m')],
  ['pools.ci.env.B.value', inBig('b-of-big')],
  ['pools.ci.env.A.value', inDefault('from-default')],
  ['pools.ci.scope', inDefault('web')],
  ['pools.ci.replicas', builtIn('ci')],
  ['pools.ci.kind', builtIn('ci')],
  ['pools.ci.namespace', builtIn('ci')],
  ['pools.plain.env.B.value', inDefault('"b-of-default"')],
  ['pools.plain.docker.sidecar', inDefault('sidecar')],
  ['pools.plain.image.reference', builtIn('plain')],
  ['pools.plain.labels', builtIn('plain')],
  ['pools.gone.replicas', file('7')],
  ['profiles.big.resources.requests.cpu', file('4000m')],
])('finds %s of production in %j', async (path, expected) => {
  expect(await originOf('production', path)).toEqual(expected);
});

it.each<[string, [string, string]]>([
  ['metadata.labels.team', file('platform')],
  ['metadata.labels.stage', override('staging-label')],
  ['scopes.web.organization', override('other-org')],
  ['scopes.web.runnerGroup', file('group-of-web')],
  ['pools.ci.replicas', override('9')],
  ['pools.ci.env.A.value', override('from-override')],
  ['pools.ci.env.B.value', inBig('b-of-big')],
  ['pools.ci.env.C.value', override('c-of-big')],
  ['pools.ci.labels.0', file('linux')],
  ['pools.added.replicas', override('8')],
  ['pools.added.scope', override('org')],
  ['pools.added.kind', builtIn('added')],
])('finds %s of staging in %j', async (path, expected) => {
  expect(await originOf('staging', path)).toEqual(expected);
});

it.each<[string, string, string]>([
  ['production', 'pools.ci.labels', 'labels'],
  ['production', 'pools.ci', 'ci'],
  ['production', 'pools.ci.env.A', 'A'],
  ['staging', 'pools.ci.replicas', 'replicas'],
  ['staging', 'pools.added', 'added'],
  ['staging', 'scopes.web.organization', 'organization'],
  ['production', 'scopes', 'scopes'],
  ['production', '', 'apiVersion'],
])('finds in %s the key of "%s"', async (environment, path, key) => {
  expect((await originOf(environment, path, 'key'))[1]).toBe(key);
});

it('finds a place in the text for every value of every environment', async () => {
  for (const environment of ['staging', 'production']) {
    const fleet = await resolve(text, environment);
    for (const path of leaves(fleet.effective)) {
      const { layer, span } = fleet.origin(path);
      expect(layer).toMatch(/^(?:default|file|profile (?:default|big)|environment staging)$/);
      expect(text.slice(span.start, span.end)).not.toBe('');
    }
  }
});

function* leaves(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) yield path;
  else {
    for (const [key, child] of Object.entries(value)) {
      yield* leaves(child, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  }
}
