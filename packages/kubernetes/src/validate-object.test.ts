import { expect, it } from 'vitest';
import type { KubernetesObject } from './object.ts';
import type { HorizontalRunnerAutoscaler, RunnerDeployment, RunnerSet } from './types.ts';
import { loadObjectValidator } from './validate-object.ts';

const deployment = {
  apiVersion: 'actions.summerwind.dev/v1alpha1',
  kind: 'RunnerDeployment',
  metadata: { name: 'acme-build', namespace: 'runners', labels: { 'fleetc.dev/pool': 'build' } },
  spec: {
    replicas: 2,
    template: {
      metadata: { annotations: { note: 'yes' } },
      spec: {
        organization: 'acme',
        labels: ['build', 'x64'],
        group: 'platform',
        image: 'harbor.acme.internal/dockerhub/summerwind/actions-runner:ubuntu-22.04',
        resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: 4 } },
        env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'extra', key: 'token' } } }],
        volumes: [{ name: 'cache', emptyDir: { sizeLimit: '10Gi' } }],
        volumeMounts: [{ name: 'cache', mountPath: '/cache' }],
        tolerations: [{ key: 'ci', operator: 'Exists', effect: 'NoSchedule' }],
      },
    },
  },
} satisfies RunnerDeployment satisfies KubernetesObject;

const set = {
  apiVersion: 'actions.summerwind.dev/v1alpha1',
  kind: 'RunnerSet',
  metadata: { name: 'cache' },
  spec: {
    repository: 'acme/web',
    selector: { matchLabels: { app: 'cache' } },
    serviceName: 'cache',
    template: {
      metadata: { labels: { app: 'cache' } },
      spec: { containers: [{ name: 'runner', volumeMounts: [{ name: 'c', mountPath: '/c' }] }] },
    },
    volumeClaimTemplates: [
      {
        metadata: { name: 'c' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '50Gi' } } },
      },
    ],
  },
} satisfies RunnerSet satisfies KubernetesObject;

const autoscaler = {
  apiVersion: 'actions.summerwind.dev/v1alpha1',
  kind: 'HorizontalRunnerAutoscaler',
  metadata: { name: 'acme-build', namespace: 'runners' },
  spec: {
    scaleTargetRef: { kind: 'RunnerDeployment', name: 'acme-build' },
    minReplicas: 0,
    maxReplicas: 40,
    metrics: [
      { type: 'PercentageRunnersBusy', scaleUpThreshold: '0.75', scaleUpAdjustment: 2 },
      { type: 'TotalNumberOfQueuedAndInProgressWorkflowRuns', repositoryNames: ['web'] },
    ],
    scaleUpTriggers: [{ githubEvent: { workflowJob: {} }, duration: '30m' }],
    scheduledOverrides: [
      {
        startTime: '2026-01-05T06:00:00Z',
        endTime: '2026-01-05T18:00:00Z',
        minReplicas: 5,
        recurrenceRule: { frequency: 'Daily' },
      },
    ],
  },
} satisfies HorizontalRunnerAutoscaler satisfies KubernetesObject;

const valid: KubernetesObject[] = [
  deployment,
  set,
  autoscaler,
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'settings', namespace: 'runners' },
    data: { 'a.toml': 'x = 1\n' },
  },
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'runners' } },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'controller-manager', namespace: 'runners' },
    type: 'Opaque',
    data: { github_token: 'Zm9v' },
    stringData: { github_app_id: '12345' },
  },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'runner', namespace: 'runners' } },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name: 'runner', namespace: 'runners' },
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }],
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'runner', namespace: 'runners' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'runner' },
    subjects: [{ kind: 'ServiceAccount', name: 'runner', namespace: 'runners' }],
  },
];

for (const object of valid) {
  it(`accepts a ${object.kind}`, async () => {
    const validate = await loadObjectValidator(object.apiVersion, object.kind);
    expect(validate(object)).toEqual([]);
  });
}

it('loads one validator for each kind, once', async () => {
  const first = loadObjectValidator('v1', 'Secret');
  expect(loadObjectValidator('v1', 'Secret')).toBe(first);
  expect(await loadObjectValidator('v1', 'Namespace')).not.toBe(await first);
});

it('names the kinds there are when it is asked for another', async () => {
  await expect(loadObjectValidator('v1', 'constructor')).rejects.toThrow(
    /^no validator for v1 constructor; there is one for actions\.summerwind\.dev\/v1alpha1 Horizontal/,
  );
});
