import { plainFleet } from '@fleetc/testing/plain-fleet';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { expect, it } from 'vitest';
import { at } from './support/at.ts';
import { annotate, fleetWithEnvironments, listFor } from './support/lists.ts';
import { callFunction, makeFolder } from './support/run-function.ts';

const identify = ({ kind, metadata }: KubernetesObject) => `${kind} ${metadata.name}`;
const objects = [
  'Namespace actions-runner-system',
  'Namespace cert-manager',
  'RunnerDeployment acme-ci',
];

it('answers with the objects of the fleet in install order, and without the copy of it', () => {
  const { code, stderr, list } = callFunction(listFor(plainFleet));
  expect([code, stderr]).toEqual([0, '']);
  expect(list).toMatchObject({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList' });
  expect(list.items.map(identify)).toEqual(objects);
});

it('says what is no part of it: Helm releases, and Secrets from variables', () => {
  expect(callFunction(listFor(plainFleet)).list.results).toEqual([
    {
      severity: 'info',
      message:
        'Helm releases are no objects and were left out; install them first: cert-manager, acme-actions-runner-controller',
    },
    {
      severity: 'info',
      message:
        'Secrets were left out; "fleetc secrets" writes them: actions-runner-system/controller-manager',
    },
  ]);
});

it.each(['v1', 'v1beta1', 'v1alpha1'])('answers a list of %s in its version', (version) => {
  const input = listFor(plainFleet).replace('kubernetes.io/v1', `kubernetes.io/${version}`);
  const { code, list } = callFunction(input);
  expect([code, list.apiVersion]).toEqual([0, `config.kubernetes.io/${version}`]);
});

it('passes on what is there as it is written', () => {
  const item = `# kept
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  annotations: {internal.config.kubernetes.io/path: 'a.yaml', "n": "yes"}
big: 12345678901234567890 # exact
float: 1.0
text: |
  one

    two
last: |+
  three
`;
  const { code, stdout, list } = callFunction(listFor(plainFleet, [item]));
  expect(code).toBe(0);
  expect(stdout).toContain('\n    big: 12345678901234567890 # exact\n    float: 1.0\n');
  expect(list.items.map(identify)).toEqual(['ConfigMap settings', ...objects]);
  expect(list.items[0]).toMatchObject({ text: 'one\n\n  two\n', last: 'three\n' });
});

function configMap(labels: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels: ${labels}\n`;
}

it('keeps an item that refers to an anchor of another', () => {
  const items = [configMap('&l { a: "1" }'), configMap('*l')];
  const { code, list } = callFunction(listFor(plainFleet, items));
  expect(code).toBe(0);
  const labels = list.items.slice(0, 2).map(({ metadata }) => metadata.labels);
  expect(labels).toEqual([{ a: '1' }, { a: '1' }]);
});

it.each([
  ['production', 2],
  ['staging', 1],
])('takes the environment %s from an annotation', (environment, replicas) => {
  const fleet = annotate(fleetWithEnvironments, { 'fleetc.dev/environment': environment });
  const { list } = callFunction(listFor(fleet));
  expect(at(list.items.at(-1), 'spec', 'replicas')).toBe(replicas);
});

it('asks for the environment when there are several', () => {
  const { code, stderr, list } = callFunction(listFor(fleetWithEnvironments));
  const message =
    'the fleet has several environments (production, staging); name one in the annotation "fleetc.dev/environment"';
  expect([code, list.items]).toEqual([1, []]);
  expect(list.results).toEqual([{ severity: 'error', message, field: { path: 'environments' } }]);
  expect(stderr).toBe(`fleetc-kustomize: environments: ${message}\n`);
});

it('refuses an environment that is not there', () => {
  const fleet = annotate(fleetWithEnvironments, { 'fleetc.dev/environment': 'stagin' });
  const { code, list } = callFunction(listFor(fleet));
  expect([code, list.items]).toEqual([1, []]);
  expect(list.results).toMatchObject([{ severity: 'error', field: { path: 'environments' } }]);
  expect(list.results![0]!.message).toContain('"staging"');
});

it('keeps the annotations of the call to itself and gives the others to every object', () => {
  const fleet = annotate(plainFleet, {
    'config.kubernetes.io/function': 'exec: { path: fleetc-kustomize }',
    'config.kubernetes.io/local-config': 'true',
    'internal.config.kubernetes.io/index': '0',
    'config.k8s.io/id': '1',
    'kustomize.config.k8s.io/id': '1',
    'fleetc.dev/environment': 'default',
    'acme.example/owner': 'platform',
  });
  const { code, list } = callFunction(listFor(fleet));
  expect(code).toBe(0);
  for (const { metadata } of list.items) {
    expect(metadata.annotations).toEqual({ 'acme.example/owner': 'platform' });
  }
});

it('writes the same bytes wherever and for whomever it runs', () => {
  const input = listFor(plainFleet);
  const env = {
    TZ: 'Asia/Kathmandu',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    HOME: '/nowhere',
  };
  expect(callFunction(input, { env }).stdout).toBe(callFunction(input).stdout);
});

/** The image of the pool, as the function gives it in a folder. */
function imageIn(folder: string, fleet: string): unknown {
  const { list } = callFunction(listFor(fleet), { cwd: folder });
  return at(list.items.at(-1), 'spec', 'template', 'spec', 'image');
}

it('pins images by the lock beside the fleet file that an annotation names', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const image = String(imageIn(makeFolder(), plainFleet));
  const entry = `docker.io/${image}: { digest: "${digest}", platforms: [linux/amd64] }`;
  const lock = `version: 1\nimages:\n  ${entry}\n`;
  const named = annotate(plainFleet, { 'fleetc.dev/file': 'ci/fleet.yaml' });
  expect(imageIn(makeFolder({ 'ci/fleet.lock.yaml': lock }), named)).toBe(`${image}@${digest}`);
  expect(imageIn(makeFolder({ 'fleet.lock.yaml': lock }), plainFleet)).toBe(`${image}@${digest}`);
  expect(imageIn(makeFolder({ 'fleet.lock.yaml': lock }), named)).toBe(image);
});

it('is silent about outputs, which are built by somebody else', () => {
  const source = '{ git: { url: https://git.example.com/infra.git } }';
  const outputs = ['a', 'b'].map((dir) => `  - { target: flux, dir: ${dir}, source: ${source} }\n`);
  const alone = callFunction(listFor(plainFleet));
  const { code, stderr, list } = callFunction(
    listFor(`${plainFleet}outputs:\n${outputs.join('')}`),
  );
  expect([code, stderr]).toEqual([0, '']);
  expect(list).toEqual(alone.list);
});
