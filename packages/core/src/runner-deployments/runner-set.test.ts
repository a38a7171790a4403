import { expect, it } from 'vitest';
import { originOf, runnerOf } from '../testing/compile.ts';
import { app, pool, scope } from '../testing/fleet-builder.ts';

it('emits a set with a selector of its own and the fields of its containers', async () => {
  const { object } = await runnerOf(
    pool({
      kind: 'set',
      replicas: 4,
      resources: { requests: { cpu: '1' } },
      dockerResources: { limits: { cpu: '2' } },
      image: { reference: 'a/b:1', ubuntu: '22.04', pullPolicy: 'Always' },
      docker: { mode: 'sidecar', image: 'docker:28-dind', env: [{ name: 'X', value: 'y' }] },
      scopes: [scope({ credential: app('web-app') })],
      serviceAccount: 'robot',
      envFrom: [{ name: 'a', kind: 'secret', object: 'tokens' }],
      containerSecurityContext: { readOnlyRootFilesystem: false },
      volumes: [
        {
          name: 'cache',
          mountPath: '/opt/cache',
          dockerMountPath: '/cache',
          source: {
            type: 'claimTemplate',
            size: '50Gi',
            storageClass: 'fast',
            accessModes: ['ReadWriteOnce'],
          },
        },
      ],
      metadata: { labels: { team: 'ci' }, annotations: { note: 'x' } },
    }),
  );
  expect(object.kind).toBe('RunnerSet');
  expect(object['spec']).toEqual({
    replicas: 4,
    selector: { matchLabels: { 'fleetc.dev/runner-set': 'acme-ci' } },
    serviceName: 'acme-ci',
    repository: 'acme/web',
    labels: ['ci'],
    ephemeral: true,
    image: 'a/b:1',
    dockerEnabled: true,
    dockerdWithinRunnerContainer: false,
    githubAPICredentialsFrom: { secretRef: { name: 'web-app' } },
    volumeClaimTemplates: [
      {
        metadata: { name: 'cache' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: 'fast',
          resources: { requests: { storage: '50Gi' } },
        },
      },
    ],
    template: {
      metadata: {
        labels: {
          'team': 'ci',
          'fleetc.dev/pool': 'ci',
          'fleetc.dev/scope': 'web',
          'fleetc.dev/runner-set': 'acme-ci',
        },
        annotations: { note: 'x' },
      },
      spec: {
        serviceAccountName: 'robot',
        containers: [
          {
            name: 'runner',
            imagePullPolicy: 'Always',
            envFrom: [{ secretRef: { name: 'tokens' } }],
            securityContext: { readOnlyRootFilesystem: false },
            resources: { requests: { cpu: '1' } },
            volumeMounts: [{ name: 'cache', mountPath: '/opt/cache' }],
          },
          {
            name: 'docker',
            image: 'docker:28-dind',
            env: [
              { name: 'DOCKER_GROUP_GID', value: '121' },
              { name: 'X', value: 'y' },
            ],
            resources: { limits: { cpu: '2' } },
            volumeMounts: [{ name: 'cache', mountPath: '/cache' }],
          },
        ],
      },
    },
  });
});

it('gives a set in kubernetes mode its account and work volume at the top, where ARC reads them', async () => {
  const claim = { size: '10Gi', storageClass: 'fast', accessModes: ['ReadWriteMany'] };
  const item = await runnerOf(
    pool({
      kind: 'set',
      docker: { mode: 'kubernetes', env: [] },
      workVolume: { type: 'claimTemplate', ...claim },
    }),
  );
  expect(item.object['spec']).toMatchObject({
    serviceAccountName: 'acme-ci',
    containerMode: 'kubernetes',
    workVolumeClaimTemplate: {
      accessModes: ['ReadWriteMany'],
      storageClassName: 'fast',
      resources: { requests: { storage: '10Gi' } },
    },
  });
  expect(originOf(item, 'spec.workVolumeClaimTemplate.storageClassName')).toBe(
    'pools.ci.workVolume.storageClassName',
  );
});
