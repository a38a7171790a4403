import { scaledFleet } from '@fleetc/testing/plain-fleet';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { expect, it } from 'vitest';
import { at } from './support/at.ts';
import { type Application, generate } from './support/argocd.ts';
import { fleetWithEnvironments, inRepository } from './support/fleets.ts';

const files = inRepository(scaledFleet);
const several = inRepository(fleetWithEnvironments);
const identify = ({ kind, metadata: { name } }: KubernetesObject) => `${kind} ${name}`;
const everything = [
  'Namespace actions-runner-system',
  'Namespace cert-manager',
  'RunnerDeployment acme-build',
  'RunnerDeployment acme-ci',
  'HorizontalRunnerAutoscaler acme-build',
];

const asString = (name: string, string: string) => ({ name, string });
const environment = (name: string) => asString('environment', name);

/** Numbers of the pools in the manifests. */
function numbersOf(application: Application) {
  const { code, stderr, manifests } = generate(application);
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  const read = (kind: string, name: string, field: string) => {
    const found = manifests.find((object) => identify(object) === `${kind} acme-${name}`);
    return at(found, 'spec', field);
  };
  return [
    read('HorizontalRunnerAutoscaler', 'build', 'minReplicas'),
    read('HorizontalRunnerAutoscaler', 'build', 'maxReplicas'),
    read('RunnerDeployment', 'ci', 'replicas'),
  ];
}

it('prints the objects in install order, and says on standard error what is none', () => {
  const { code, stderr, manifests } = generate({ files });
  expect(code).toBe(0);
  expect(manifests.map(identify)).toEqual(everything);
  expect(stderr.split('\n')).toEqual([
    'fleetc-argocd: Helm releases are no manifests: cert-manager, acme-actions-runner-controller; they were left out, install them first',
    'fleetc-argocd: Secrets were left out, "fleetc secrets" writes them: actions-runner-system/controller-manager',
    'fleetc-argocd: fleet.yaml (default): objects: 5',
    '',
  ]);
});

it.each<[string, Pick<Application, 'parameters' | 'variables'>]>([
  ['absent', {}],
  ['null', { parameters: null }],
  ['empty', { parameters: [] }],
  ['an empty text', { variables: { ARGOCD_APP_PARAMETERS: '' } }],
])('prints the same when parameters are %s', (_name, application) => {
  expect(generate({ files, ...application })).toEqual(generate({ files }));
});

it('takes what the user interface sends for fields that were cleared as not given', () => {
  const parameters = [
    environment(''),
    asString('helm', ''),
    { name: 'pools', array: [] },
    { name: 'overrides', map: {} },
  ];
  expect(generate({ files, parameters }).stdout).toBe(generate({ files }).stdout);
});

it('writes the same bytes wherever and for whomever it runs', () => {
  const variables = {
    TZ: 'Asia/Kathmandu',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    KUBE_VERSION: '1.99.0',
    PARAM_ENVIRONMENT: 'other',
    ARGOCD_ENV_OTHER: 'x',
  };
  const elsewhere = { path: 'a/b', files: { 'a/b/fleet.yaml': scaledFleet } };
  expect(generate({ ...elsewhere, variables }).stdout).toBe(generate({ files }).stdout);
});

it('takes the environment from a parameter or from a variable', () => {
  const ways: Pick<Application, 'parameters' | 'env'>[] = [
    { parameters: [environment('staging')] },
    { env: { FLEETC_ENVIRONMENT: 'staging' } },
    { env: { FLEETC_ENVIRONMENT: 'staging' }, parameters: [environment('staging')] },
  ];
  for (const way of ways) expect(numbersOf({ files: several, ...way })).toEqual([1, 4, 1]);
  expect(numbersOf({ files: several, parameters: [environment('production')] })).toEqual([1, 4, 2]);
});

it('generates only the pools that are wanted', () => {
  const { manifests } = generate({ files, parameters: [{ name: 'pools', array: ['ci'] }] });
  expect(manifests.map(identify)).toEqual([...everything.slice(0, 2), 'RunnerDeployment acme-ci']);
});

it('replaces numbers, also those that the environment overrides', () => {
  const map = {
    'pools.ci.replicas': '7',
    'pools.build.autoscale.min': '0',
    'pools.build.autoscale.max': '9',
  };
  const overrides = { name: 'overrides', map: { ...map, 'pools.build.autoscale.min': '2' } };
  expect(numbersOf({ files, parameters: [overrides] })).toEqual([2, 9, 7]);
  const staging = [environment('staging'), overrides];
  expect(numbersOf({ files: several, parameters: staging })).toEqual([2, 9, 7]);
});

it('tells how many warnings there are', () => {
  const fleet = scaledFleet.replace(/profiles:\n.*\n.*\n/, '');
  expect(generate({ files: inRepository(fleet) })).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(
      /objects: 5; warnings: \d+, "fleetc check" shows them\n$/,
    ) as string,
  });
});

/** The image of a pool, with what lies beside the fleet. */
function imageBeside(lock: Readonly<Record<string, string>>): unknown {
  const { manifests } = generate({ files: { ...files, ...lock } });
  return at(manifests[2], 'spec', 'template', 'spec', 'image');
}

it('reads the lock file beside the fleet', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const image = String(imageBeside({}));
  const entry = `docker.io/${image}: { digest: "${digest}", platforms: [linux/amd64] }`;
  const lock = `version: 1\nimages:\n  ${entry}\n`;
  expect(imageBeside({ 'apps/ci/fleet.lock.yaml': lock })).toBe(`${image}@${digest}`);
});

it('is silent about outputs, which are built by somebody else', () => {
  const repo = '{ url: https://git.example.com/infra.git }';
  const outputs = `outputs:
  - { target: argocd, dir: a, repo: ${repo}, namespace: actions-runner-system }
  - { target: argocd, dir: b, repo: ${repo}, namespace: actions-runner-system }
  - { target: flux, dir: b/c, source: { git: ${repo} } }
`;
  const alone = generate({ files: inRepository(scaledFleet) });
  expect(alone.code).toBe(0);
  expect(generate({ files: inRepository(scaledFleet + outputs) })).toEqual(alone);
});
