import { expect, it } from 'vitest';
import { findInExample } from '../../testing/find-in-example.ts';
import { dockerChecks } from './docker-checks.ts';

async function found(fields: string, blocks = ''): Promise<string[][]> {
  const resources = 'resources: { requests: { cpu: 500m, memory: 1Gi } }';
  const pools = `${blocks}pools:\n  ci: { scope: web, ${resources}, ${fields} }\n`;
  const all = await findInExample(dockerChecks, pools);
  return all.map(({ code, at, related }) => [code, at, ...related]);
}

const mirror = 'registry: { mirror: "https://hub.example.com" }\n';

it.each<[string, string, string, string[][]]>([
  ['a name of one runner', 'env: { RUNNER_NAME: x }', '', [['FLC4406', 'RUNNER_NAME']]],
  [
    'hooks without the mode',
    'env: { ACTIONS_RUNNER_POD_NAME: x }',
    '',
    [['FLC4406', 'ACTIONS_RUNNER_POD_NAME']],
  ],
  ['another docker beside a sidecar', 'env: { DOCKER_HOST: x }', '', [['FLC4406', 'DOCKER_HOST']]],
  ['another docker without one', 'docker: none, env: { DOCKER_HOST: x }', '', []],
  [
    'an MTU that the mode has',
    'docker: { inRunner: { mtu: 1400 } }, env: { MTU: "1" }',
    '',
    [['FLC4406', 'MTU']],
  ],
  ['an MTU that it has not', 'docker: inRunner, env: { MTU: "1" }', '', []],
  [
    'a mirror of the fleet',
    'docker: inRunner, env: { DOCKER_REGISTRY_MIRROR: x }',
    mirror,
    [['FLC4406', 'DOCKER_REGISTRY_MIRROR']],
  ],
  [
    'a mirror that the pool switches off',
    'docker: { inRunner: { registryMirror: "" } }, env: { DOCKER_REGISTRY_MIRROR: x }',
    mirror,
    [],
  ],
])('judges variables: %s', async (_, fields, blocks, expected) => {
  expect(await found(fields, blocks)).toEqual(expected);
});

const kept = 'env: { DISABLE_RUNNER_UPDATE: "true" }';
const runner = (tag: string) => `image: { reference: "acme/runner:${tag}", ubuntu: "22.04" }`;

it.each<[string, string, boolean]>([
  ['the default image', kept, false],
  ['a minor behind', `${kept}, ${runner('v2.334.9-ubuntu-22.04')}`, true],
  ['a patch behind', `${kept}, ${runner('v2.335.0-ubuntu-22.04')}`, true],
  ['one ahead', `${kept}, ${runner('v2.400.0-ubuntu-22.04')}`, false],
  ['a tag of its own', `${kept}, ${runner('1.2.3')}`, false],
  ['updates', runner('v2.300.0-ubuntu-22.04'), false],
  [
    'updates that are not switched off by "1"',
    `env: { DISABLE_RUNNER_UPDATE: "1" }, ${runner('v2.300.0-ubuntu-22.04')}`,
    false,
  ],
])('judges the age of a runner: %s', async (_, fields, isOld) => {
  const codes = (await found(fields)).map(([code]) => code);
  expect(codes).toEqual(isOld ? ['FLC4430'] : []);
});

it.each<[string, string, string[][]]>([
  [
    'a set without a class',
    'kind: set, volumes: { a: { mountPath: /a, size: 1Gi } }',
    [['FLC4432', 'a']],
  ],
  ['a deployment without a class', 'volumes: { a: { mountPath: /a, size: 1Gi } }', []],
  ['a set that keeps nothing', 'kind: set, volumes: { a: { mountPath: /a, emptyDir: {} } }', []],
  [
    'a variable with the keys to a cluster',
    'env: { KUBECONFIG: { secret: { name: x, key: y } } }',
    [['FLC4433', 'KUBECONFIG']],
  ],
  ['a variable with a path only', 'env: { KUBECONFIG: /x }', []],
])('judges %s', async (_, fields, expected) => {
  expect(await found(fields)).toEqual(expected);
});

const volume = (name: string, path: string, more = '') =>
  `${name}: { mountPath: ${path}, emptyDir: {}${more} }`;
const taken = (at: string, ...related: string[]) => ['FLC4408', at, ...related];

it.each<[string, string, string[][]]>([
  [
    'two volumes',
    `volumes: { ${volume('a', '/x')}, ${volume('b', '/x')} }`,
    [taken('/x', 'mountPath')],
  ],
  [
    'two volumes of the sidecar alone',
    `volumes: { ${volume('a', '/x', ', dockerMountPath: /d')}, ${volume('b', '/y', ', dockerMountPath: /d')} }`,
    [taken('/d', 'dockerMountPath')],
  ],
  ['the home of the runner', `volumes: { ${volume('a', '/runner')} }`, [taken('/runner')]],
  [
    'the home of the runner, which a patch takes away',
    `docker: none, volumes: { ${volume('a', '/runner')} }, patch: { runner: { template: { spec: { volumeSizeLimit: "0" } } } }`,
    [],
  ],
  ['the socket of the sidecar', `volumes: { ${volume('a', '/run')} }`, [taken('/run')]],
  ['a socket without a sidecar', `docker: none, volumes: { ${volume('a', '/run')} }`, []],
  ['a work directory that ARC mounts', 'workDir: /run', [taken('/run')]],
  [
    'the work directory of a sidecar',
    `workDir: /w, volumes: { ${volume('a', '/x', ', dockerMountPath: /w')} }`,
    [taken('/w')],
  ],
  [
    'a work directory on no volume of its own',
    `docker: none, workDir: /w, volumes: { ${volume('a', '/w')} }`,
    [],
  ],
  [
    'a work directory on a volume of its own',
    `docker: none, workDir: /w, workVolume: { emptyDir: {} }, volumes: { ${volume('a', '/w')} }`,
    [taken('/w', 'workDir')],
  ],
])('judges mounts: %s', async (_, fields, expected) => {
  expect(await found(fields)).toEqual(expected);
});
