import type { Path } from '@fleetc/diagnostics';
import type {
  CertManager,
  Chart,
  Controller,
  GitHubCredential,
  Ingress,
  JsonObject,
  Metrics,
  Node,
  WebhookServer,
} from '../model.ts';
import type {
  CertManagerInput,
  ChartInput,
  ControllerInput,
  IngressInput,
  MetricsInput,
  NodeInput,
  WebhookServerInput,
} from '../schema/input.ts';
import { defined } from './defined.ts';
import { resolveResources } from './resolve-resources.ts';
import { resolveSecret, type SecretContext } from './resolve-secrets.ts';

/** Puts the effective `controller` block into the model's words; defaults are already in it. */
export function resolveController(
  input: ControllerInput,
  credential: GitHubCredential,
  context: SecretContext,
): Controller {
  const { namespace = '', release = '', leaderElectionId = '', replicas = 1, images } = input;
  const { logLevel, logFormat, syncPeriod, admissionPort, dockerGid } = input;
  return {
    path: ['controller'],
    namespace,
    release,
    leaderElectionId,
    replicas,
    credential,
    chart: resolveChart(input.chart ?? {}, 'actions-runner-controller', ['controller', 'chart']),
    ...defined({
      watchNamespace: watchedNamespace(input, namespace),
      logLevel,
      logFormat,
      syncPeriod,
      admissionPort,
      dockerGid,
      imagePullPolicy: input.pullPolicy,
      resources: resolveResources(input.resources),
      webhookServer: input.webhookServer && resolveWebhookServer(input.webhookServer, context),
    }),
    node: resolveNode(input.node),
    images: images as Controller['images'],
    certManager: resolveCertManager(input.certManager as CertManagerInput),
    metrics: resolveMetrics(input.metrics ?? {}, context),
  };
}

function watchedNamespace({ watch }: ControllerInput, own: string): string | undefined {
  if (typeof watch === 'object') return watch.namespace;
  return watch === 'cluster' ? undefined : own;
}

function resolveChart(input: ChartInput, name: string, path: Path): Chart {
  const { repository = '', version = '', values = {} } = input;
  return { path, repository, name, version, values: values as JsonObject };
}

function resolveCertManager(input: CertManagerInput): CertManager {
  const path = ['controller', 'certManager'];
  return {
    path,
    install: input.install ?? true,
    namespace: input.namespace ?? '',
    release: input.release ?? '',
    chart: resolveChart(input.chart ?? {}, 'cert-manager', [...path, 'chart']),
  };
}

function resolveWebhookServer(input: WebhookServerInput, context: SecretContext): WebhookServer {
  const path = ['controller', 'webhookServer'];
  return {
    path,
    replicas: input.replicas ?? 1,
    runnerGroupVisibility: input.runnerGroupVisibility ?? false,
    ...defined({
      secret:
        input.secret &&
        resolveSecret(context, input.secret, {
          fallback: 'github-webhook-server',
          path: [...path, 'secret'],
          user: 'the webhook server',
        }),
      logLevel: input.logLevel,
      service: input.service && resolveService(input.service),
      ingress: input.ingress && resolveIngress(input.ingress),
      node: input.node && resolveNode(input.node),
      resources: resolveResources(input.resources),
    }),
  };
}

// A port on the nodes says what type is meant.
function resolveService(
  input: NonNullable<WebhookServerInput['service']>,
): NonNullable<WebhookServer['service']> {
  const { nodePort, annotations = {} } = input;
  const type = input.type ?? (nodePort === undefined ? 'ClusterIP' : 'NodePort');
  return { type, annotations, ...defined({ nodePort }) };
}

function resolveMetrics(input: MetricsInput, context: SecretContext): Metrics {
  const path = ['controller', 'metrics', 'server'];
  const { server, serviceMonitor } = input;
  return {
    path: ['controller', 'metrics'],
    port: input.port ?? 8443,
    proxy: input.proxy ?? true,
    ...defined({
      serviceMonitor: serviceMonitor && {
        ...defined({ interval: serviceMonitor.interval, timeout: serviceMonitor.timeout }),
        labels: serviceMonitor.labels ?? {},
      },
      server: server && {
        path,
        ...defined({
          secret:
            server.secret &&
            resolveSecret(context, server.secret, {
              fallback: 'actions-metrics-server',
              path: [...path, 'secret'],
              user: 'the metrics server',
            }),
          ingress: server.ingress && resolveIngress(server.ingress),
          node: server.node && resolveNode(server.node),
          resources: resolveResources(server.resources),
        }),
      },
    }),
  };
}

function resolveIngress(input: IngressInput): Ingress {
  const { host, path = '/', className, annotations = {}, tlsSecret } = input;
  return { host, urlPath: path, annotations, ...defined({ className, tlsSecret }) };
}

/** Puts a placement into the model's words. */
export function resolveNode(input: NodeInput | undefined): Node {
  const { selector, tolerations, affinity, spread, priorityClass, runtimeClass } = input ?? {};
  return defined({
    selector,
    tolerations: tolerations as readonly JsonObject[] | undefined,
    affinity: affinity as JsonObject | undefined,
    spread: spread as readonly JsonObject[] | undefined,
    priorityClass,
    runtimeClass,
  });
}
