import fc from 'fast-check';
import { autoscale } from './autoscale.ts';
import { dockerFields } from './docker.ts';
import { environment, environmentSources } from './environment.ts';
import { node, resources } from './placement.ts';
import { one, type Plain, some, under } from './plain.ts';
import { volumes } from './volumes.ts';
import { absolutePath, annotations, duration, labels, objectName, someText } from './words.ts';

const label = fc.oneof(
  { arbitrary: fc.stringMatching(/^[a-z][a-z0-9]{2,9}$/), weight: 11 },
  { arbitrary: someText, weight: 1 },
);

const securityContext = fc.constantFrom<Plain>(
  {},
  { fsGroup: 1001 },
  { runAsUser: 1001, seccompProfile: { type: 'RuntimeDefault' } },
);

const containerSecurityContext = fc.constantFrom<Plain>(
  {},
  { capabilities: { add: ['NET_ADMIN'] } },
  { readOnlyRootFilesystem: false },
);

const pod = fc.constantFrom<Plain>(
  {},
  { hostAliases: [{ ip: '10.0.0.1', hostnames: ['a'] }] },
  { dnsPolicy: 'ClusterFirst', enableServiceLinks: false },
  { initContainers: [{ name: 'init', image: 'busybox:1.37' }] },
  { containers: [{ name: 'extra', image: 'busybox:1.37' }] },
  { imagePullSecrets: [{ name: 'own-pull' }] },
);

const patch = some({
  runner: fc.constantFrom<Plain>(
    {},
    { template: { metadata: { annotations: { patched: 'yes' } } } },
  ),
});

const size = one(
  under('replicas', fc.nat(9)),
  fc.record({ autoscale }, { noNullPrototype: true }),
  fc.constant({}),
);

const common = some({
  kind: fc.constantFrom('deployment', 'set'),
  labels: fc.uniqueArray(label, { maxLength: 3 }),
  runnerGroup: someText,
  ephemeral: fc.boolean(),
  resources,
  env: environment,
  envFrom: environmentSources,
  volumes,
  workDir: absolutePath,
  node,
  serviceAccount: objectName,
  terminationGracePeriod: duration,
  securityContext,
  containerSecurityContext,
  metadata: some({ labels, annotations }),
  pod,
  patch,
});

/** A pool without its scope, its profiles and its namespace, which the fleet around it decides. */
export const poolFields: fc.Arbitrary<Plain> = fc
  .tuple(common, size, dockerFields)
  .map(([fields, number, docker]) => ({ ...fields, ...number, ...docker }));

/** What a profile may say of any pool. */
export const profileFields: fc.Arbitrary<Plain> = some({
  resources,
  env: environment,
  node,
  terminationGracePeriod: fc.constantFrom('110s', '1h'),
  metadata: some({ labels, annotations }),
  replicas: fc.nat(5),
});
