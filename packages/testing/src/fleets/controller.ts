import fc from 'fast-check';
import { webhookSecret } from './credentials.ts';
import { node, resources } from './placement.ts';
import { both, one, type Plain, some, under } from './plain.ts';
import * as words from './words.ts';

const ingress = some(
  {
    host: fc.constantFrom('arc.example.com', '*.example.com', 'arc'),
    path: fc.constantFrom('/', '/hook'),
    className: words.name,
    annotations: words.annotations,
    tlsSecret: words.objectName,
  },
  'host',
);

const service = one(
  some({
    type: fc.constantFrom('ClusterIP', 'NodePort', 'LoadBalancer'),
    annotations: words.annotations,
  }),
  some({
    type: fc.constantFrom('NodePort', 'LoadBalancer'),
    annotations: words.annotations,
    nodePort: fc.integer({ min: 30_000, max: 32_767 }),
  }),
);

/** The webhook server, which a fleet that scales on webhooks needs. */
export const webhookServer = some({
  replicas: fc.constant(1),
  secret: webhookSecret,
  runnerGroupVisibility: fc.boolean(),
  logLevel: words.logLevel,
  service,
  ingress,
  resources,
  node,
});

const scrapeDuration = fc.constantFrom('1m', '30s', '1h30m', '1d', '500ms');

const metrics = some({
  port: words.port,
  proxy: fc.boolean(),
  serviceMonitor: some({
    interval: scrapeDuration,
    timeout: scrapeDuration,
    labels: words.labels,
  }),
  server: some({ secret: webhookSecret, ingress, resources, node }),
});

const chartValues = fc.constantFrom<Plain>(
  {},
  { podLabels: { team: 'ci' } },
  { podAnnotations: { 'example.com/a': 'b' }, priorityClassName: 'high' },
  { env: { MY_VARIABLE: 'x' } },
);

const chart = some({
  repository: fc.constantFrom('https://charts.example.com', 'oci://registry.example.com/charts'),
  version: fc.constant('0.23.7'),
  values: chartValues,
});

const certManager = fc.oneof(
  fc.boolean(),
  some({
    install: fc.boolean(),
    namespace: fc.constantFrom('cert-manager', 'certs'),
    release: fc.constantFrom('cert-manager', 'certs'),
    chart: some({
      repository: fc.constant('https://charts.example.com'),
      version: fc.constantFrom('v1.21.1', '1.20.3'),
      values: fc.constantFrom<Plain>({}, { replicaCount: 2 }),
    }),
  }),
);

const images = some({
  controller: fc.constantFrom(
    'summerwind/actions-runner-controller:v0.27.6',
    'registry.example.com/arc:v0.27.6',
  ),
  kubeRbacProxy: words.image,
  runner: fc.constant('summerwind/actions-runner:v2.335.1-ubuntu-24.04'),
  dind: fc.constant('docker:28.0.4-dind'),
});

/** A controller without its credential, its namespaces and its webhook server. */
export const controllerFields: fc.Arbitrary<Plain> = both(
  some({
    release: fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,30})?$/),
    replicas: fc.constantFrom(1, 2, 3),
    leaderElectionId: words.name,
    logLevel: words.logLevel,
    logFormat: fc.constantFrom('text', 'json'),
    syncPeriod: words.duration,
    admissionPort: words.port,
    pullPolicy: words.pullPolicy,
    resources,
  }),
  some({ node, dockerGid: words.count, images, chart, certManager, metrics }),
);

/** Addresses of GitHub, its other products included. */
export const github = under(
  'url',
  fc.constantFrom('https://github.com', 'https://acme.ghe.com', 'https://ghes.example.com'),
);
