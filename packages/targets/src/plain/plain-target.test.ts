import type { Bundle } from '@fleetc/core';
import { expect, it } from 'vitest';
import { targets } from '../targets.ts';
import { bareBundle, createObject, createRelease, wholeBundle } from '../testing/bundle.ts';
import { plainTarget } from './plain-target.ts';

const single = { hasEnvironments: false, output: { target: 'plain', dir: 'build' } } as const;

async function layout(bundle: Bundle): Promise<Record<string, string>> {
  return Object.fromEntries(await plainTarget.layout([bundle], single));
}

it('is in the table of targets', async () => {
  expect(await targets.plain()).toBe(plainTarget);
});

it('gives each object a file and each release its values, in folders in install order', async () => {
  const tree = await plainTarget.layout([wholeBundle], single);
  expect([...tree.keys()]).toEqual([
    '00-namespaces/namespace-arc.yaml',
    '00-namespaces/namespace-cert-manager.yaml',
    '00-namespaces/namespace-web.yaml',
    '20-cert-manager/values.yaml',
    '30-controller/values.yaml',
    '40-access/serviceaccount-acme-build.yaml',
    '50-runners/runnerdeployment-acme-build.yaml',
    '50-runners/runnerset-acme-cache.yaml',
    '50-runners/web/runnerdeployment-acme-build.yaml',
    '60-autoscalers/horizontalrunnerautoscaler-acme-build.yaml',
    'README.md',
  ]);
});

it('writes objects and values as canonical YAML, values under a line that says whose they are', async () => {
  const tree = await layout(wholeBundle);
  expect(tree['50-runners/web/runnerdeployment-acme-build.yaml']).toBe(
    [
      'apiVersion: actions.summerwind.dev/v1alpha1',
      'kind: RunnerDeployment',
      'metadata:',
      '  name: acme-build',
      '  namespace: web',
      'spec:',
      '  replicas: 2',
      '  template:',
      '    spec:',
      '      repository: acme/web',
      '      labels:',
      '        - web',
      '',
    ].join('\n'),
  );
  expect(tree['20-cert-manager/values.yaml']).toBe(
    [
      '# Values of the Helm release cert-manager in namespace cert-manager:',
      '# chart cert-manager 1.20.3 of oci://quay.io/jetstack/charts',
      'crds:',
      '  enabled: true',
      '',
    ].join('\n'),
  );
});

it('keeps line breaks in a release from ending its comment', async () => {
  const release = {
    name: 'a',
    namespace: 'b',
    repository: 'oci://x\nevil: true',
    chart: 'c',
    version: '1',
    values: {},
  };
  const tree = await layout({ ...bareBundle, items: [createRelease('controller', release)] });
  expect(tree['30-controller/values.yaml']).toBe(
    '# Values of the Helm release a in namespace b:\n# chart c 1 of oci://x evil: true\n{}\n',
  );
});

it('gives each environment a folder where a fleet has environments, even one alone', async () => {
  const staging = { ...bareBundle, environment: 'staging' };
  const both = [staging, { ...bareBundle, environment: 'production' }];
  const options = { ...single, hasEnvironments: true };
  expect([...(await plainTarget.layout(both, options)).keys()]).toEqual([
    'production/README.md',
    'staging/README.md',
  ]);
  expect([...(await plainTarget.layout([staging], options)).keys()]).toEqual(['staging/README.md']);
});

it('puts objects into folders of their namespaces when there is no controller to be at home with', async () => {
  const items = [
    createObject('access', ['v1', 'ServiceAccount', 'a', 'one']),
    createObject('access', ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'a']),
  ];
  expect(Object.keys(await layout({ ...bareBundle, items }))).toEqual([
    '40-access/clusterrole-a.yaml',
    '40-access/one/serviceaccount-a.yaml',
    'README.md',
  ]);
});

it('gives the same bytes each time and ends each file in one newline', async () => {
  const once = await plainTarget.layout([wholeBundle], single);
  expect([...(await plainTarget.layout([wholeBundle], single))]).toEqual([...once]);
  for (const text of once.values()) expect(text).toMatch(/[^\n]\n$/);
});

it('never lets one object take the file of another', async () => {
  const items = [
    createObject('access', ['v1', 'Issuer', 'a']),
    createObject('access', ['v2', 'Issuer', 'a']),
  ];
  await expect(layout({ ...bareBundle, items })).rejects.toThrow(
    'two objects share the file 40-access/issuer-a.yaml',
  );
});

it('never writes a Secret', async () => {
  const secret = createObject('secrets', ['v1', 'Secret', 'token', 'arc'], {
    stringData: { key: 'hunter2' },
  });
  await expect(layout({ ...bareBundle, items: [secret] })).rejects.toThrow(
    'Secret token has no place in a tree',
  );
});
