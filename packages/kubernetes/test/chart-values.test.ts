import { expect, it } from 'vitest';
import { loadValuesValidator } from '../src/validate-values.ts';
import type { ActionsRunnerControllerValues, CertManagerValues } from '../src/types.ts';
import { type Case, format, missing, refused, unknown, wrong } from './violations.ts';

const controller = {
  replicaCount: 2,
  authSecret: { enabled: true, create: false, name: 'controller-manager' },
  dockerGID: 121,
  image: {
    repository: 'harbor.acme.internal/dockerhub/summerwind/actions-runner-controller',
    actionsRunnerRepositoryAndTag:
      'harbor.acme.internal/dockerhub/summerwind/actions-runner:ubuntu-22.04',
    dindSidecarRepositoryAndTag: 'harbor.acme.internal/dockerhub/library/docker:dind',
    actionsRunnerImagePullSecrets: ['harbor-pull'],
  },
  imagePullSecrets: [{ name: 'harbor-pull' }],
  env: { https_proxy: 'http://proxy.acme.internal:3128' },
  scope: { singleNamespace: true, watchNamespace: '' },
  metrics: { proxy: { image: { repository: 'harbor.acme.internal/quay/brancz/kube-rbac-proxy' } } },
  githubWebhookServer: {
    enabled: true,
    env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'x', key: 'y' } } }],
    ingress: { hosts: [{ host: 'ci.acme.internal', paths: [{ path: '/', pathType: 'Prefix' }] }] },
  },
} satisfies ActionsRunnerControllerValues;

const certManager = {
  crds: { enabled: true, keep: true },
  global: { imagePullSecrets: [{ name: 'harbor-pull' }] },
  image: { repository: 'harbor.acme.internal/quay/jetstack/cert-manager-controller' },
  webhook: { timeoutSeconds: 10, networkPolicy: { enabled: true } },
  cainjector: { affinity: { podAntiAffinity: {} } },
} satisfies CertManagerValues;

const controllerCases: readonly Case[] = [
  ['a misspelt key', { sytnax: 1, replicaCount: 1 }, unknown(['sytnax'])],
  ['a key one letter off', { replicaCnt: 1 }, unknown(['replicaCnt'], 'replicaCount')],
  [
    'a key of unreleased templates',
    { namespaceOverride: 'x' },
    unknown(['namespaceOverride'], 'nameOverride'),
  ],
  ["a key of the chart's own tests", { createDummySecret: true }, unknown(['createDummySecret'])],
  [
    'a key that values.yaml shows in the wrong block',
    { actionsMetrics: { env: {} } },
    unknown(['actionsMetrics', 'env']),
  ],
  [
    'enabled where the chart reads enable',
    { metrics: { serviceMonitor: { enabled: true } } },
    unknown(['metrics', 'serviceMonitor', 'enabled'], 'enable'),
  ],
  [
    'pull secrets of runners as objects',
    { image: { actionsRunnerImagePullSecrets: [{ name: 'x' }] } },
    wrong(['image', 'actionsRunnerImagePullSecrets', 0], 'a string'),
  ],
  [
    'pull secrets of the controller as names',
    { imagePullSecrets: ['x'] },
    wrong(['imagePullSecrets', 0], 'an object'),
  ],
  [
    'the number of an App as a number',
    { authSecret: { github_app_id: 12345 } },
    wrong(['authSecret', 'github_app_id'], 'a string'),
  ],
  [
    'variables that are neither a map nor a list',
    { env: 'A=b' },
    wrong(['env'], 'an object or an array'),
  ],
  ['a variable that is no text', { env: { A: 1 } }, wrong(['env', 'A'], 'a string')],
  ['a listed variable without a name', { env: [{ value: 'x' }] }, missing(['env', 0, 'name'])],
  [
    'a label that YAML reads as a number',
    { labels: { version: '1.2' } },
    format(['labels', 'version'], 'must be a label value that YAML reads as text without quotes'),
  ],
  [
    'a label that YAML reads as a boolean',
    { labels: { on: 'yes' } },
    format(['labels', 'on'], 'must be a label value that YAML reads as text without quotes'),
  ],
  [
    'both limits of disruption',
    { podDisruptionBudget: { minAvailable: 1, maxUnavailable: '50%' } },
    refused(['podDisruptionBudget'], 'must not have both minAvailable and maxUnavailable'),
  ],
  [
    'a mirror without a scheme',
    { dockerRegistryMirror: 'mirror.acme.internal' },
    format(['dockerRegistryMirror'], 'must be empty or a URL that starts with http:// or https://'),
  ],
  [
    'a list of namespaces to watch',
    { scope: { watchNamespace: 'a,b' } },
    format(['scope', 'watchNamespace'], 'must be empty or the name of one namespace'),
  ],
  [
    'a second metrics server',
    { actionsMetricsServer: { replicaCount: 2 } },
    refused(['actionsMetricsServer', 'replicaCount'], 'must be at most 1'),
  ],
  [
    'a path without its type',
    { githubWebhookServer: { ingress: { hosts: [{ paths: [{ path: '/' }] }] } } },
    missing(['githubWebhookServer', 'ingress', 'hosts', 0, 'paths', 0, 'pathType']),
  ],
];

const certManagerCases: readonly Case[] = [
  ['a misspelt key', { crd: { enabled: true } }, unknown(['crd'], 'crds')],
  [
    'both ways to install the CRDs',
    { installCRDs: true, crds: { enabled: true } },
    refused(['crds', 'enabled'], 'must be false beside installCRDs, which does the same', 'false'),
  ],
  [
    'both monitors',
    { prometheus: { servicemonitor: { enabled: true }, podmonitor: { enabled: true } } },
    refused(
      ['prometheus', 'servicemonitor', 'enabled'],
      'must be false beside podmonitor, because the chart takes one of the two',
      'false',
    ),
  ],
  [
    'a digest that is none',
    { image: { digest: 'latest' } },
    format(['image', 'digest'], 'must be sha256: and 64 hex digits'),
  ],
  [
    'a misspelt field of a Kubernetes type',
    { resources: { limit: {} } },
    unknown(['resources', 'limit'], 'limits'),
  ],
  [
    'a family that is none',
    { serviceIPFamilyPolicy: 'Both' },
    refused(
      ['serviceIPFamilyPolicy'],
      'is not one of the allowed values',
      '"", SingleStack, PreferDualStack, RequireDualStack',
    ),
  ],
];

it('accepts values of the controller', async () => {
  const validate = await loadValuesValidator('actions-runner-controller');
  expect(validate(controller)).toEqual([]);
});

it('accepts values of cert-manager', async () => {
  const validate = await loadValuesValidator('cert-manager');
  expect(validate(certManager)).toEqual([]);
});

it.each(controllerCases)('refuses %s for the controller, once', async (_, values, violation) => {
  const validate = await loadValuesValidator('actions-runner-controller');
  expect(validate(values)).toEqual([violation]);
});

it.each(certManagerCases)('refuses %s for cert-manager, once', async (_, values, violation) => {
  const validate = await loadValuesValidator('cert-manager');
  expect(validate(values)).toEqual([violation]);
});

it('accepts fields of pods that are newer than the CRDs of the controller', async () => {
  const validate = await loadValuesValidator('actions-runner-controller');
  const affinity = {
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { topologyKey: 'kubernetes.io/hostname', matchLabelKeys: ['pod-template-hash'] },
      ],
    },
  };
  expect(validate({ affinity })).toEqual([]);
});
