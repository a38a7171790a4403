import type { Bundle } from '@fleetc/core';
import { expect, it } from 'vitest';
import { bareBundle, createObject, createRelease } from '../testing/bundle.ts';
import { argocdOutput } from '../testing/outputs.ts';
import { planEnvironments } from './plan-environments.ts';
import { createProject } from './project.ts';

const options = { output: argocdOutput, hasEnvironments: true };

function specOf(...bundles: readonly Bundle[]) {
  return createProject(planEnvironments(bundles, options), options).spec;
}

const release = {
  name: 'arc',
  namespace: 'arc',
  repository: 'https://charts.example.com/',
  chart: 'arc',
  version: '1.2.3',
  values: {},
};

it('allows what the objects are and no more', () => {
  const items = [
    createObject('namespaces', ['v1', 'Namespace', 'arc']),
    createObject('runners', ['v1', 'ServiceAccount', 'a', 'web']),
    createObject('runners', ['actions.summerwind.dev/v1alpha1', 'RunnerSet', 'a', 'web']),
    createObject('runners', ['v1', 'ServiceAccount', 'b', 'web']),
  ];
  expect(specOf({ ...bareBundle, items })).toEqual({
    description: 'Self-hosted runners, and what runs them',
    sourceRepos: ['https://git.example.com/infra.git'],
    destinations: ['arc', 'web'].map((namespace) => ({
      server: 'https://kubernetes.default.svc',
      namespace,
    })),
    clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
    namespaceResourceWhitelist: [
      { group: '', kind: 'ServiceAccount' },
      { group: 'actions.summerwind.dev', kind: 'RunnerSet' },
    ],
  });
});

it('allows the repository of a chart, and what the chart brings', () => {
  const spec = specOf({ ...bareBundle, items: [createRelease('controller', release)] });
  expect(spec.sourceRepos).toEqual([
    'https://git.example.com/infra.git',
    'https://charts.example.com',
  ]);
  expect(spec.clusterResourceWhitelist).toContainEqual({
    group: 'apiextensions.k8s.io',
    kind: 'CustomResourceDefinition',
  });
  expect(spec.namespaceResourceWhitelist).toContainEqual({ group: 'apps', kind: 'Deployment' });
});

const namespacesOf = (stage: 'controller' | 'cert-manager', values: object) =>
  specOf({
    ...bareBundle,
    items: [createRelease(stage, { ...release, values: values as typeof release.values })],
  }).destinations.map(({ namespace }) => namespace);

it('allows the namespaces that the values of a chart reach', () => {
  expect(namespacesOf('controller', {})).toEqual(['arc']);
  expect(namespacesOf('controller', { scope: { watchNamespace: 'web' } })).toEqual(['arc', 'web']);
  expect(namespacesOf('cert-manager', {})).toEqual(['arc', 'kube-system']);
  const values = { global: { leaderElection: { namespace: 'arc' } } };
  expect(namespacesOf('cert-manager', values)).toEqual(['arc']);
});

it('names each cluster and namespace of all environments once', () => {
  const items = [createObject('runners', ['v1', 'ServiceAccount', 'a', 'web'])];
  const one = { ...bareBundle, environment: 'one', items };
  const two = { ...one, environment: 'two' };
  const three = { ...one, environment: 'three', destination: { name: 'far' } };
  expect(specOf(one, two, three).destinations).toEqual([
    { server: 'https://kubernetes.default.svc', namespace: 'web' },
    { name: 'far', namespace: 'web' },
  ]);
});
