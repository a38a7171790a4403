import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import { nodeSchema } from './placement.schema.ts';
import { resourcesSchema } from './resources.schema.ts';
import { secret } from './secret.schema.ts';
import { describe, exclusiveMap, strictMap } from './strict-map.ts';
import {
  annotationMap,
  count,
  goDuration,
  imageReference,
  ingressHost,
  labelMap,
  logLevel,
  name,
  objectName,
  prometheusDuration,
  pullPolicy,
  raw,
  releaseName,
} from './text.schema.ts';

const chartFields = {
  repository: describe(
    z.string().regex(/^(https?|oci):\/\/[^\s]+$/, {
      error: () => 'a chart repository such as "https://…" or "oci://…"',
    }),
    'Chart repository (`https://…`) or registry (`oci://…`).',
  ).optional(),
  version: describe(
    z.string().regex(/^v?[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.-]+)?$/, {
      error: () =>
        'a full chart version such as "0.23.7"; ranges would make the result depend on the day',
    }),
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
        z.string().regex(/^\//, { error: () => 'a path that starts with "/"' }),
        'URL path; `/` when absent.',
        '/',
      ).optional(),
      className: describe(name(), 'Ingress class.', 'nginx').optional(),
      annotations: describe(annotationMap(), 'Annotations on the Ingress.').optional(),
      tlsSecret: describe(objectName(), 'Secret with the TLS certificate.', 'arc-tls').optional(),
    }),
    'Exposes the server to GitHub by an Ingress.',
  );

const watch = () =>
  z.union([
    z.enum(['namespace', 'cluster']),
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
      ).optional(),
      namespace: describe(
        name(),
        'Namespace of cert-manager; `cert-manager` when absent.',
      ).optional(),
      release: describe(name(), 'Helm release name; `cert-manager` when absent.').optional(),
      chart: describe(strictMap('Chart', chartFields), 'Where the chart comes from.').optional(),
    }),
  ]);

const webhookServer = () =>
  strictMap('Webhook server', {
    replicas: describe(
      count(1),
      "Number of servers; 1 when absent, because two overwrite each other's reservations.",
    ).optional(),
    secret: secret(
      "The Secret with the webhook's HMAC secret under `github_webhook_secret_token`. Payloads are not verified without it.",
      '`github-webhook-server`',
    ).optional(),
    runnerGroupVisibility: describe(
      z.boolean(),
      'Ask GitHub which runner groups see a repository, and scale only those.',
    ).optional(),
    logLevel: describe(logLevel(), 'Log level of the server.').optional(),
    service: describe(
      strictMap('Service', {
        type: describe(
          z.enum(['ClusterIP', 'NodePort', 'LoadBalancer']),
          'Service type; ClusterIP when absent, NodePort with a `nodePort`.',
        ).optional(),
        annotations: describe(annotationMap(), 'Annotations on the Service.').optional(),
        nodePort: describe(
          z.int().min(1).max(65535),
          'Fixed port on the nodes, for a load balancer outside the cluster.',
          30080,
        ).optional(),
      }),
      'The Service in front of the server.',
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
    port: describe(z.int().min(1).max(65535), 'Metrics port; 8443 when absent.').optional(),
    proxy: describe(
      z.boolean(),
      'Whether kube-rbac-proxy protects the metrics port; true when absent.',
    ).optional(),
    serviceMonitor: describe(
      strictMap('Service monitor', {
        interval: describe(prometheusDuration(), 'Scrape interval.', '1m').optional(),
        timeout: describe(prometheusDuration(), 'Scrape timeout.', '30s').optional(),
        labels: describe(labelMap(), 'Labels by which Prometheus selects it.').optional(),
      }),
      'Emit a ServiceMonitor for the Prometheus operator.',
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
  ).optional(),
  leaderElectionId: describe(
    name(),
    'Leader election id; derived from the fleet when absent.',
  ).optional(),
  logLevel: describe(logLevel(), 'Log level of the controller.').optional(),
  logFormat: describe(
    z.enum(['text', 'json']),
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
      controller: describe(imageReference(), 'Controller image, upstream.').optional(),
      kubeRbacProxy: describe(imageReference(), 'kube-rbac-proxy image, upstream.').optional(),
      runner: describe(
        imageReference(),
        'Runner image of pools that name none, upstream.',
      ).optional(),
      dind: describe(imageReference(), 'Image of the docker sidecar, upstream.').optional(),
    }),
    'Upstream image references of the installation.',
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
  ).optional(),
  metrics: describe(metrics(), 'Metrics of the controller.').optional(),
});
