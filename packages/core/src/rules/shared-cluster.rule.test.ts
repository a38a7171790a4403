import { exampleFleet } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { compile } from '../compile.ts';

const watching = (namespace: string, controller: string) =>
  `controller: { watch: { namespace: ${namespace} }, ${controller} }, pools: { ci: { namespace: ${namespace} } }`;

it.each<[string, string[], string | undefined]>([
  ['one installation', ['', ''], 'both releases are named "acme-actions-runner-controller"'],
  [
    'a release that watches all',
    ['', 'controller: { release: two, namespace: two, watch: cluster }'],
    'one controller watches all of it',
  ],
  [
    'two that watch one namespace',
    [watching('ci', 'namespace: one'), watching('ci', 'namespace: two, release: two')],
    'both controllers watch "ci"',
  ],
  [
    'two of one name beside each other',
    [watching('a', 'namespace: arc'), watching('b', 'namespace: arc, release: two')],
    'both controllers wait for the same lease',
  ],
  [
    'two with leases of their own',
    [
      watching('a', 'namespace: arc'),
      watching('b', 'namespace: arc, release: two, leaderElectionId: two, certManager: false'),
    ],
    undefined,
  ],
  [
    'two of which each installs cert-manager',
    [watching('a', 'namespace: one'), watching('b', 'namespace: two, release: two')],
    'both install cert-manager',
  ],
  [
    'two apart, the first without cert-manager',
    [
      watching('a', 'namespace: one, certManager: false'),
      watching('b', 'namespace: two, release: two'),
    ],
    undefined,
  ],
])('judges environments in one cluster: %s', async (_, overrides, problem) => {
  const entries = overrides.map(
    (override, index) =>
      `  e${index}: { destination: { name: main }, override: { ${override} } }\n`,
  );
  const blocks = `registry: { direct: [docker.io, quay.io] }\nenvironments:\n${entries.join('')}`;
  const text = exampleFleet(blocks);
  const { diagnostics } = await compile({ path: 'fleet.yaml', text });
  const message = `environments "e0" and "e1" are one cluster, and ${problem}`;
  expect(diagnostics.map((found) => [found.code, found.message])).toEqual(
    problem === undefined ? [] : [['FLC5117', message]],
  );
});

it.each<[string, string, string]>([
  [
    'cert-manager alone',
    watching('b', 'namespace: two, release: two'),
    'let one of them install it: say "certManager: { install: false }" under "controller" in the override of environment "e1"',
  ],
  [
    'a controller that clashes, too',
    '',
    'give one of them a namespace, a release and a "watch" of its own by "override", or another destination; in one cluster say "certManager: { install: false }" under "controller" in the override of environment "e1", too',
  ],
  [
    'a controller that clashes, beside one cert-manager',
    'controller: { certManager: { install: false } }',
    'give one of them a namespace, a release and a "watch" of its own by "override", or another destination',
  ],
])('says which environment is to do without %s', async (_, second, fix) => {
  const { diagnostics } = await compile({
    path: 'fleet.yaml',
    text: exampleFleet(`registry: { direct: [docker.io, quay.io] }
environments:
  e0: { destination: { name: main }, override: { ${watching('a', 'namespace: one')} } }
  e1: { destination: { name: main }, override: { ${second} } }`),
  });
  expect(diagnostics.map((found) => [found.code, found.fix])).toEqual([['FLC5117', fix]]);
});

const argocd =
  'outputs: [{ target: argocd, dir: build, repo: { url: https://git.example.com/infra.git } }]';
const flux =
  'outputs: [{ target: flux, dir: build, source: { git: { url: https://git.example.com/infra.git } } }]';

it.each<[string, string, string[], string[]]>([
  ['none, for Argo CD', argocd, ['{}', '{}'], ['FLC4864', 'FLC4864', 'FLC5117']],
  [
    'none, and the one of Argo CD by name',
    argocd,
    ['{}', '{ destination: { name: in-cluster } }'],
    ['FLC4864', 'FLC5117'],
  ],
  [
    'the one of Argo CD by name and by server',
    argocd,
    [
      '{ destination: { name: in-cluster } }',
      '{ destination: { server: "https://kubernetes.default.svc" } }',
    ],
    ['FLC5117'],
  ],
  ['none, and another one', argocd, ['{}', '{ destination: { name: far } }'], ['FLC4864']],
  ['none, for Flux', flux, ['{}', '{}'], []],
])('takes as one cluster what Argo CD does: %s', async (_, outputs, [e0, e1], codes) => {
  const text = exampleFleet(`registry: { direct: [docker.io, quay.io] }
${outputs}
environments:
  e0: ${e0}
  e1: ${e1}`);
  const { diagnostics } = await compile({ path: 'fleet.yaml', text });
  expect(diagnostics.map(({ code }) => code).sort()).toEqual(codes);
});

it('points at the environments where there is no destination', async () => {
  const text = exampleFleet(`registry: { direct: [docker.io, quay.io] }
${argocd}
environments:
  e0: {}
  e1: {}`);
  const { diagnostics } = await compile({ path: 'fleet.yaml', text });
  const found = diagnostics.find(({ code }) => code === 'FLC5117')!;
  const at = [found.primary!, ...found.related].map(({ span }) => text.slice(span.start, span.end));
  expect(at).toEqual(['e1', 'e0']);
});
