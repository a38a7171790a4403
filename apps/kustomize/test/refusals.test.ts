import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { encryptedToken, plainFleet } from '@fleetc/testing/plain-fleet';
import { expect, it } from 'vitest';
import { annotate, listFor } from './support/lists.ts';
import { callFunction, makeFolder } from './support/run-function.ts';

const errorsOf = ({ results = [] }: ReturnType<typeof callFunction>['list']) =>
  results.filter(({ severity }) => severity === 'error');

it('fails on an error of the fleet and says in both places where it is', () => {
  const fleet = plainFleet.replace('replicas: 2', 'scope: wep');
  const { code, stderr, list } = callFunction(listFor(fleet));
  expect([code, list.items]).toEqual([1, []]);
  expect(errorsOf(list)).toEqual([
    {
      severity: 'error',
      message: expect.stringContaining('pool "ci" uses scope "wep"') as string,
      resourceRef: { apiVersion: 'fleetc.dev/v1', kind: 'Fleet', name: 'acme' },
      field: { path: 'pools.ci.scope' },
      tags: { code: 'FLC3002', rule: expect.any(String) as string },
    },
  ]);
  expect(stderr).toMatch(/^fleetc-kustomize: pools\.ci\.scope: error\[FLC3002\]: pool "ci" .*\n$/);
});

it('names the file where an annotation says it', () => {
  const fleet = annotate(plainFleet.replace('replicas: 2', 'scope: wep'), {
    'fleetc.dev/file': 'ci/fleet.yaml',
  });
  const { stderr, list } = callFunction(listFor(fleet));
  expect(errorsOf(list)).toMatchObject([{ file: { path: 'ci/fleet.yaml' } }]);
  expect(stderr).toMatch(/^fleetc-kustomize: ci\/fleet\.yaml: pools\.ci\.scope: error/);
});

it('leaves other items as they are when it fails', () => {
  const item = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';
  const { code, list } = callFunction(listFor(plainFleet.replace('web:', 'wep'), [item]));
  expect([code, list.items]).toEqual([1, [expect.objectContaining({ kind: 'ConfigMap' })]]);
});

it('builds in spite of a warning, which is in the results and not on standard error', () => {
  const { code, stderr, list } = callFunction(
    listFor(plainFleet.replace(/ {4}resources: .*\n/, '')),
  );
  expect([code, stderr]).toEqual([0, '']);
  expect(list.results![0]).toMatchObject({ severity: 'warning', tags: { code: 'FLC4401' } });
});

it('finds the field of a secret that stands in the fleet, and shows nothing of it', () => {
  const token = `ghp_${'a1B2'.repeat(9)}`;
  const fleet = plainFleet.replace('replicas: 2', `env: { TOKEN: "${token}" }\n    replicas: 2`);
  const { code, stdout, stderr, list } = callFunction(listFor(fleet));
  expect(code).toBe(1);
  expect(errorsOf(list)).toMatchObject([{ field: { path: 'pools.ci.env.TOKEN' } }]);
  for (const text of [stdout, stderr]) expect(text).not.toContain('a1B2a1B2');
});

it('refuses Secrets that SOPS encrypted, because kustomize would apply the ciphertext', () => {
  const cwd = makeFolder({ 'token.yaml': encryptedToken });
  const fleet = plainFleet.replace('{ env: ACME_TOKEN }', '{ sops: { file: token.yaml } }');
  const { code, stderr, list } = callFunction(listFor(fleet), { cwd });
  expect([code, list.items]).toEqual([1, []]);
  expect(errorsOf(list).map(({ message }) => message)).toEqual([
    'kustomize would apply the ciphertext of Secrets that SOPS encrypted (actions-runner-system/controller-manager); bring them another way, or build the fleet with "fleetc build"',
  ]);
  expect(stderr).toContain('ciphertext');
});

it('fails when there is nothing to generate', () => {
  const fleet = `${plainFleet.replace(/pools:[^]*/, 'pools: {}\n')}namespaces: { create: false }\n`;
  const { code, list } = callFunction(listFor(fleet));
  expect([code, list.items]).toEqual([1, []]);
  expect(errorsOf(list)).toHaveLength(1);
});

it('follows no link out of the folder of the call', () => {
  const cwd = makeFolder();
  symlinkSync(
    join(makeFolder({ 'lock.yaml': 'secret: elsewhere\n' }), 'lock.yaml'),
    join(cwd, 'fleet.lock.yaml'),
  );
  const { code, list } = callFunction(listFor(plainFleet), { cwd });
  expect(code).toBe(1);
  expect(errorsOf(list)[0]!.message).toContain('outside');
});

it.each([
  ['nothing', ''],
  ['broken YAML', 'a: [\n'],
  ['two documents', `${listFor(plainFleet)}---\na: 1\n`],
  ['an object', plainFleet],
  ['an unknown version', listFor(plainFleet).replace('io/v1\n', 'io/v2\n')],
  ['items that are no list', 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: 1\n'],
  ['no functionConfig', 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\n'],
  ['another functionConfig', listFor(plainFleet.replace('kind: Fleet', 'kind: ConfigMap'))],
  ['bytes that are no text', Buffer.from([0x61, 0xff])],
])('answers %s with a list of no items and one error', (_name, input) => {
  const { code, stderr, list } = callFunction(input);
  expect(code).toBe(1);
  expect(list).toMatchObject({ kind: 'ResourceList', items: [] });
  expect(errorsOf(list)).toHaveLength(1);
  expect(stderr).toBe(`fleetc-kustomize: ${errorsOf(list)[0]!.message}\n`);
});

it('speaks of the annotation where an environment is unknown, and not of an option', () => {
  const fleet = annotate(plainFleet, { 'fleetc.dev/environment': 'elsewhere' });
  const { code, list } = callFunction(listFor(fleet));
  expect(code).toBe(1);
  expect(errorsOf(list).map(({ message }) => message)).toEqual([
    'environment "elsewhere" is not defined; ask for "default", or leave the annotation "fleetc.dev/environment" out',
  ]);
});
