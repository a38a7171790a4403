import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import { nodeSchema } from './placement.schema.ts';
import { resourcesSchema } from './resources.schema.ts';
import { secret } from './secret.schema.ts';
import { describe, exclusiveMap, strictMap } from './strict-map.ts';
import {
  annotationMap,
  choice,
  count,
  goDuration,
  imageReference,
  ingressHost,
  labelMap,
  logLevel,
  name,
  objectName,
  pattern,
  prometheusDuration,
  pullPolicy,
  raw,
  releaseName,
} from './text.schema.ts';

const chartFields = {
  repository: describe(
    pattern(/^(https?|oci):\/\/[^\s]+$/, 'a chart repository such as "https://…" or "oci://…"'),
    'Chart repository (`https://…`) or registry (`oci://…`).',
    'https://charts.example.com',
  ).optional(),
  version: describe(
    pattern(
      /^v?[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.-]+)?$/,
      'a full chart version such as "0.23.7"; ranges would make the result depend on the day',
    ),
    'Exact chart version.',
    '0.23.7',
  ).optional(),
  values: describe(
    raw(),
    'Raw chart values, merged last (JSON Merge Patch). Keys that the chart does not know are errors.',
    { podLabels: { team: 'ci' } },
  ).optional(),
};

const ingress = () =>
  describe(
    strictMap('Ingress', {
      host: describe(ingressHost(), 'Host name that GitHub sends webhooks to.', 'arc.example.com'),
      path: describe(
        pattern(/^\//, 'a path that starts with "/"'),
        'URL path; `/` when absent.',
        '/',
      ).optional(),
      className: describe(name(), 'Ingress class.', 'nginx').optional(),
      annotations: describe(annotationMap(), 'Annotations on the Ingress.', {
        'cert-manager.io/cluster-issuer': 'letsencrypt',
      }).optional(),
      tlsSecret: describe(objectName(), 'Secret with the TLS certificate.', 'arc-tls').optional(),
    }),
    'Exposes the server to GitHub by an Ingress.',
    { host: 'arc.example.com', className: 'nginx', tlsSecret: 'arc-tls' },
  );

const watch = () =>
  z.union([
    choice({
      namespace: 'The namespace of the controller alone.',
      cluster: 'Every namespace.',
    }),
    exclusiveMap(
      'Watch',
      {
        cluster: describe(z.literal(true), 'Watch every namespace.').optional(),
        namespace: describe(name(), 'Watch this namespace only.', 'runners').optional(),
      },
      exclusive.watch,
    ),
  ]);

const certManager = () =>
  z.union([
    z.boolean(),
    strictMap('cert-manager', {
      install: describe(
        z.boolean(),
        'Whether the fleet installs cert-manager; `false` when the cluster has one.',
        false,
      ).optional(),
      namespace: describe(
        name(),
        'Namespace of cert-manager; `cert-manager` when absent.',
        'cert-manager',
      ).optional(),
      release: describe(
        name(),
        'Helm release name; `cert-manager` when absent.',
        'cert-manager',
      ).optional(),
      chart: describe(strictMap('Chart', chartFields), 'Where the chart comes from.', {
        version: 'v1.21.1',
      }).optional(),
    }),
  ]);

const webhookServer = () =>
  strictMap('Webhook server', {
    replicas: describe(
      count(1),
      "Number of servers; 1 when absent, because two overwrite each other's reservations.",
      1,
    ).optional(),
    secret: secret(
      "The Secret with the webhook's HMAC secret under `github_webhook_secret_token`. Payloads are not verified without it.",
      '`github-webhook-server`',
    ).optional(),
    runnerGroupVisibility: describe(
      z.boolean(),
      'Ask GitHub which runner groups see a repository, and scale only those.',
      true,
    ).optional(),
    logLevel: describe(logLevel(), 'Log level of the server.').optional(),
    service: describe(
      strictMap('Service', {
        type: describe(
          choice({
            ClusterIP: 'Reached inside the cluster, or through an Ingress.',
            NodePort: 'A port on every node.',
            LoadBalancer: 'A load balancer of the cloud.',
          }),
          'Service type; ClusterIP when absent, NodePort with a `nodePort`.',
        ).optional(),
        annotations: describe(annotationMap(), 'Annotations on the Service.', {
          'example.com/internal': 'true',
        }).optional(),
        nodePort: describe(
          z.int().min(1).max(65535),
          'Fixed port on the nodes, for a load balancer outside the cluster.',
          30080,
        ).optional(),
      }),
      'The Service in front of the server.',
      { type: 'ClusterIP' },
    ).optional(),
    ingress: ingress().optional(),
    resources: describe(
      resourcesSchema(),
      'Resource requests and limits of the server.',
    ).optional(),
    node: describe(nodeSchema(), "Where the server's pods run.").optional(),
  });

const metrics = () =>
  strictMap('Metrics', {
    port: describe(z.int().min(1).max(65535), 'Metrics port; 8443 when absent.', 8443).optional(),
    proxy: describe(
      z.boolean(),
      'Whether kube-rbac-proxy protects the metrics port; true when absent.',
      false,
    ).optional(),
    serviceMonitor: describe(
      strictMap('Service monitor', {
        interval: describe(prometheusDuration(), 'Scrape interval.', '1m').optional(),
        timeout: describe(prometheusDuration(), 'Scrape timeout.', '30s').optional(),
        labels: describe(labelMap(), 'Labels by which Prometheus selects it.', {
          release: 'prometheus',
        }).optional(),
      }),
      'Emit a ServiceMonitor for the Prometheus operator.',
      { interval: '1m' },
    ).optional(),
    server: describe(
      strictMap('Metrics server', {
        secret: secret(
          "The Secret with the webhook's HMAC secret.",
          '`actions-metrics-server`',
        ).optional(),
        ingress: ingress().optional(),
        resources: describe(
          resourcesSchema(),
          'Resource requests and limits of the server.',
        ).optional(),
        node: describe(nodeSchema(), "Where the server's pod runs.").optional(),
      }),
      'Run the actions-metrics-server, a webhook receiver that exports workflow metrics.',
      { ingress: { host: 'metrics.example.com' } },
    ).optional(),
  });

export const controllerSchema = strictMap('Controller', {
  namespace: describe(
    name(),
    'Namespace of the controller; `actions-runner-system` when absent.',
    'actions-runner-system',
  ).optional(),
  release: describe(
    releaseName(),
    'Helm release name; derived from the fleet when absent, because cluster-wide names carry it.',
    'acme-actions-runner-controller',
  ).optional(),
  credentials: describe(
    name(),
    "The controller's own GitHub credential; the only one when absent.",
    'github-pat',
  ).optional(),
  watch: describe(
    watch(),
    'Which namespaces the controller watches: its own, all, or a named one.',
    'namespace',
  ).optional(),
  replicas: describe(
    count(1),
    'Number of controller pods; more than one waits on standby. 1 when absent.',
    2,
  ).optional(),
  leaderElectionId: describe(
    name(),
    'Leader election id; derived from the fleet when absent.',
    'acme-actions-runner-controller',
  ).optional(),
  logLevel: describe(logLevel(), 'Log level of the controller.').optional(),
  logFormat: describe(
    choice({ text: 'Lines for people.', json: 'An object a line.' }),
    'Log format of the controller and its servers.',
  ).optional(),
  syncPeriod: describe(
    goDuration(),
    'How often everything is reconciled and pull metrics are polled.',
    '1m',
  ).optional(),
  admissionPort: describe(
    z.int().min(1).max(65535),
    "Port of the controller's admission webhooks; 9443 when absent. Private GKE clusters let only 443 and 10250 through.",
    10250,
  ).optional(),
  pullPolicy: describe(pullPolicy(), "Pull policy of the controller's containers.").optional(),
  resources: describe(
    resourcesSchema(),
    'Resource requests and limits of the controller.',
  ).optional(),
  node: describe(nodeSchema(), "Where the controller's pods run.").optional(),
  dockerGid: describe(
    count(1),
    'Group id of the docker socket for images whose Ubuntu generation is unknown.',
    121,
  ).optional(),
  images: describe(
    strictMap('Controller images', {
      controller: describe(
        imageReference(),
        'Controller image, upstream.',
        'summerwind/actions-runner-controller:v0.27.6',
      ).optional(),
      kubeRbacProxy: describe(
        imageReference(),
        'kube-rbac-proxy image, upstream.',
        'quay.io/brancz/kube-rbac-proxy:v0.13.1',
      ).optional(),
      runner: describe(
        imageReference(),
        'Runner image of pools that name none, upstream.',
        'summerwind/actions-runner:v2.335.1-ubuntu-22.04',
      ).optional(),
      dind: describe(
        imageReference(),
        'Image of the docker sidecar, upstream.',
        'docker:28.0.4-dind',
      ).optional(),
    }),
    'Upstream image references of the installation.',
    { dind: 'docker:28.0.4-dind' },
  ).optional(),
  chart: describe(strictMap('Chart', chartFields), 'The `actions-runner-controller` chart.', {
    version: '0.23.7',
  }).optional(),
  certManager: describe(
    certManager(),
    "cert-manager, which issues the certificate of ARC's admission webhooks.",
    { install: true },
  ).optional(),
  webhookServer: describe(
    webhookServer(),
    'The server that scales on GitHub webhooks; absent means none.',
    { secret: { from: { env: 'WEBHOOK_SECRET' } }, ingress: { host: 'arc.example.com' } },
  ).optional(),
  metrics: describe(metrics(), 'Metrics of the controller.', {
    serviceMonitor: { interval: '1m' },
  }).optional(),
});
