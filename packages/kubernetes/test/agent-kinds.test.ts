import { expect, it } from 'vitest';
import { loadObjectValidator } from '../src/validate-object.ts';
import { type Case, format, missing, refused, unknown } from './violations.ts';

const git = 'https://git.example.com/infra.git';
const source = { repoURL: git, targetRevision: 'main', path: 'infra' };
const chart = { repoURL: 'charts.example.com', targetRevision: '1.2.3', chart: 'arc' };

function argocd(kind: string, spec: object): object {
  const metadata = { name: 'x', namespace: 'argocd' };
  return { apiVersion: 'argoproj.io/v1alpha1', kind, metadata, spec };
}

function application(spec: object): object {
  const destination = { server: 'https://kubernetes.default.svc', namespace: 'arc' };
  return argocd('Application', { project: 'x', destination, source, ...spec });
}

function flux(group: string, kind: string, spec: object): object {
  const apiVersion = `${group}.toolkit.fluxcd.io/${group === 'helm' ? 'v2' : 'v1'}`;
  return { apiVersion, kind, metadata: { name: 'x', namespace: 'flux-system' }, spec };
}

function release(spec: object): object {
  const names = { releaseName: 'x', targetNamespace: 'y', storageNamespace: 'y' };
  const chartRef = { kind: 'OCIRepository', name: 'x' };
  return flux('helm', 'HelmRelease', { interval: '10m', ...names, chartRef, ...spec });
}

const objects: readonly Case[] = [
  [
    'a cluster by server and by name',
    application({ destination: { server: 'x', name: 'y', namespace: 'arc' } }),
    refused(['spec', 'destination'], 'must have exactly one of server and name'),
  ],
  [
    'a cluster by neither',
    application({ destination: { namespace: 'arc' } }),
    refused(['spec', 'destination'], 'must have exactly one of server and name'),
  ],
  [
    'a chart in a folder',
    application({ source: { ...chart, path: 'infra' } }),
    refused(['spec', 'source'], 'must not have both chart and path'),
  ],
  [
    'values of a chart',
    application({ source: { ...chart, ref: 'values' } }),
    refused(['spec', 'source'], 'must not have both chart and ref'),
  ],
  [
    'a source without a revision',
    application({ source: { repoURL: git, path: 'infra' } }),
    missing(['spec', 'source', 'targetRevision']),
  ],
  ...['HEAD', '*', '>=1.2.3', '^1'].map((targetRevision): Case => [
    `the revision ${targetRevision}`,
    application({ source: { ...source, targetRevision } }),
    format(['spec', 'source', 'targetRevision'], 'must be one exact revision or version'),
  ]),
  [
    'overrides of kustomize',
    application({ source: { ...source, kustomize: { namePrefix: 'x-' } } }),
    unknown(['spec', 'source', 'kustomize']),
  ],
  [
    'an ignored difference that would mean the core group',
    application({ ignoreDifferences: [{ kind: 'RunnerSet', jsonPointers: ['/spec/replicas'] }] }),
    missing(['spec', 'ignoreDifferences', 0, 'group']),
  ],
  [
    'an empty result as something to prune to',
    application({ syncPolicy: { automated: { allowEmpty: true } } }),
    unknown(['spec', 'syncPolicy', 'automated', 'allowEmpty']),
  ],
  [
    'a project for every repository',
    argocd('AppProject', {
      sourceRepos: ['*'],
      destinations: [{ server: 'x', namespace: 'y' }],
      clusterResourceWhitelist: [],
      namespaceResourceWhitelist: [],
    }),
    format(['spec', 'sourceRepos', 0], 'must name one repository'),
  ],
  [
    'a set whose templates know no errors',
    argocd('ApplicationSet', {
      goTemplate: true,
      generators: [{ git: { repoURL: git, revision: 'main', files: [{ path: 'x' }] } }],
      syncPolicy: { applicationsSync: 'sync', preserveResourcesOnDeletion: true },
      template: { metadata: { name: 'x' }, spec: { project: 'x', destination: {} } },
    }),
    missing(['spec', 'goTemplateOptions']),
  ],
  [
    'days',
    release({ interval: '1d' }),
    format(['spec', 'interval'], 'must be a duration such as 90s, 10m or 1h30m'),
  ],
  [
    'a chart in two ways',
    release({
      chart: {
        spec: { chart: 'x', version: '1', sourceRef: { kind: 'HelmRepository', name: 'x' } },
      },
    }),
    refused(['spec'], 'must have exactly one of chart and chartRef'),
  ],
  [
    'a repository whose branch is left to Flux',
    flux('source', 'GitRepository', { interval: '10m', url: git }),
    missing(['spec', 'ref']),
  ],
  [
    'an address as ssh takes it',
    flux('source', 'GitRepository', {
      interval: '10m',
      url: 'git@git.example.com:infra.git',
      ref: { branch: 'main' },
    }),
    format(['spec', 'url'], 'must be a URL that starts with https://, http:// or ssh://'),
  ],
  [
    'a Kustomization that leaves pruning open',
    flux('kustomize', 'Kustomization', {
      interval: '10m',
      path: './x',
      sourceRef: { kind: 'GitRepository', name: 'x' },
    }),
    missing(['spec', 'prune']),
  ],
  [
    'a source in another namespace',
    flux('kustomize', 'Kustomization', {
      interval: '10m',
      path: './x',
      prune: true,
      sourceRef: { kind: 'GitRepository', name: 'x', namespace: 'y' },
    }),
    unknown(['spec', 'sourceRef', 'namespace']),
  ],
  [
    'substitution of variables',
    flux('kustomize', 'Kustomization', {
      interval: '10m',
      path: './x',
      prune: true,
      sourceRef: { kind: 'GitRepository', name: 'x' },
      postBuild: {},
    }),
    unknown(['spec', 'postBuild']),
  ],
];

it.each(objects)('refuses %s, once', async (_, object, violation) => {
  const { apiVersion, kind } = object as Record<string, string>;
  const validate = await loadObjectValidator(apiVersion!, kind!);
  expect(validate(object)).toEqual([violation]);
});
