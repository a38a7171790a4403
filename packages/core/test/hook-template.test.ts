import { exampleFleet } from '@fleetc/fleet';
import { leaves } from '@fleetc/testing';
import { expect, it } from 'vitest';
import type { ObjectItem } from '../src/bundle.ts';
import { compileText, yamlOf } from '../src/testing/compile-text.ts';
import { findCodes } from '../src/testing/find-codes.ts';

const logins = `credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  hub: { registry: { server: docker.io, secret: { name: hub-pull, from: { existing: true } } } }
  harbor: { registry: { server: harbor.example.com, secret: { from: { existing: true } } } }
registry: { pullSecrets: [hub, harbor] }
`;

function pool(fields = '', blocks = logins): string {
  const work = 'workVolume: { size: 10Gi, storageClass: fast }';
  const resources = 'resources: { requests: { cpu: 500m, memory: 1Gi } }';
  return `${blocks}pools:\n  k8s: { scope: web, docker: kubernetes, ${work}, ${resources}${fields} }`;
}

const mount = { name: 'fleetc-hook-template', mountPath: '/etc/fleetc/hooks', readOnly: true };
const variable = {
  name: 'ACTIONS_RUNNER_CONTAINER_HOOK_TEMPLATE',
  value: '/etc/fleetc/hooks/template.yaml',
};
const volume = { name: mount.name, configMap: { name: 'acme-k8s-hook-template' } };

function partsOf({ object }: ObjectItem): Record<string, unknown> {
  return (object as never)['spec']['template']['spec'];
}

it("gives job pods the fleet's pull secrets by a template", async () => {
  const { object } = await compileText(pool());
  expect(yamlOf(object('ConfigMap', 'acme-k8s-hook-template'))).toBe(`apiVersion: v1
kind: ConfigMap
metadata:
  name: acme-k8s-hook-template
  namespace: actions-runner-system
  labels:
    app.kubernetes.io/instance: acme
    app.kubernetes.io/managed-by: fleetc
    app.kubernetes.io/name: actions-runner
    app.kubernetes.io/part-of: acme
    fleetc.dev/pool: k8s
data:
  template.yaml: |
    spec:
      imagePullSecrets:
        - name: harbor
        - name: hub-pull
`);
  const parts = partsOf(object('RunnerDeployment', 'acme-k8s'));
  expect(parts['env']).toContainEqual(variable);
  expect(parts['volumes']).toEqual([volume]);
  expect(parts['volumeMounts']).toEqual([mount]);
});

it('mounts the template into the runner container of a set', async () => {
  const { object } = await compileText(pool(', kind: set'));
  const parts = partsOf(object('RunnerSet', 'acme-k8s'));
  expect(parts['volumes']).toEqual([volume]);
  expect(parts['containers']).toMatchObject([{ name: 'runner', volumeMounts: [mount] }]);
});

it('makes one template for all scopes of a pool', async () => {
  const scopes = 'scopes:\n  web: { repository: acme/web }\n  api: { repository: acme/api }\n';
  const blocks = pool('', `${scopes}${logins}`).replace('scope: web', 'scopes: [web, api]');
  const { bundle, object } = await compileText(blocks);
  const maps = bundle.items.filter(
    (item) => item.type === 'object' && item.object.kind === 'ConfigMap',
  );
  expect(maps).toHaveLength(1);
  for (const name of ['acme-k8s-web', 'acme-k8s-api']) {
    expect(partsOf(object('RunnerDeployment', name))['volumes']).toEqual([volume]);
  }
});

it('knows the line of each field', async () => {
  const { object, lineOf } = await compileText(pool());
  const template = object('ConfigMap', 'acme-k8s-hook-template');
  const runner = object('RunnerDeployment', 'acme-k8s');
  expect(lineOf(template, ['data', 'template.yaml'])).toBe('[hub, harbor]');
  const spec = ['spec', 'template', 'spec'];
  expect(lineOf(runner, [...spec, 'env', 1, 'value'])).toBe('[hub, harbor]');
  expect(lineOf(runner, [...spec, 'volumes', 0, 'configMap', 'name'])).toBe('[hub, harbor]');
  for (const item of [template, runner]) {
    for (const leaf of leaves(item.object)) expect(lineOf(item, leaf)).not.toBe('');
  }
});

const withoutLogins = 'registry: { direct: [docker.io] }\n';

it.each<[string, string, readonly string[]]>([
  ['with a template', pool(), ['harbor', 'hub-pull']],
  ['without pull secrets', pool('', withoutLogins), []],
  ["with the user's own template", pool(`, env: { ${variable.name}: /opt/job.yaml }`), []],
])('lists what job pods pull with: %s', async (_, blocks, secrets) => {
  const { bundle } = await compileText(blocks);
  const jobs = bundle.images.find(({ upstream }) => upstream.startsWith('ghcr.io'));
  expect(jobs?.consumers).toEqual(['job pods of pool "k8s"']);
  expect(jobs?.pullSecrets).toEqual(secrets);
});

it("lets the user's own template win, and says what job pods then lack", async () => {
  const blocks = pool(`, env: { ${variable.name}: /opt/job.yaml }`);
  const { object } = await compileText(blocks);
  expect(() => object('ConfigMap', 'acme-k8s-hook-template')).toThrow('no ConfigMap');
  const parts = partsOf(object('RunnerDeployment', 'acme-k8s'));
  expect(parts['env']).toContainEqual({ name: variable.name, value: '/opt/job.yaml' });
  expect(parts['volumes']).toBeUndefined();
  expect(await findCodes(exampleFleet(blocks))).toEqual([`FLC5131 pools.k8s.env.${variable.name}`]);
});

it('notices a template that a raw container names', async () => {
  const own = `env: [{ name: ACTIONS_RUNNER_IMAGE, value: "ghcr.io/acme/job:1" }, { name: ${variable.name}, value: /x }]`;
  const blocks = pool(`, kind: set, pod: { containers: [{ name: runner, ${own} }] }`);
  expect(await findCodes(exampleFleet(blocks))).toContain(
    'FLC5131 pools.k8s.pod.containers[0].env[1]',
  );
});

it('says that pull secrets replace those of workflows', async () => {
  expect(await findCodes(exampleFleet(pool()))).toEqual(['FLC4486 pools.k8s.docker']);
  expect(await findCodes(exampleFleet(pool('', withoutLogins)))).toEqual([]);
});
