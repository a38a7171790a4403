import type { FieldPath } from '../coverage.ts';

type Reasons = Readonly<Record<FieldPath, string>>;

const madeElsewhere =
  'the value would stand in the release and its history; a credential of the fleet names a Secret';
const unused = 'no public configuration sets it';
const podMeta = 'each mesh and scraper wants its own, and none has a meaning of its own here';
const restricted = 'the fields are those of a pod or container, and no shorter in other words';

/** Keys that the chart's two servers share. */
const serverKeys: Reasons = {
  'lifecycle': restricted,
  'nameOverride': 'fullnameOverride is written, so that names never collide',
  'podAnnotations': podMeta,
  'podLabels': podMeta,
  'podSecurityContext': restricted,
  'secret.enabled':
    "reads a GitHub credential from the webhook's Secret; the controller's is given by env instead",
  'secret.github_app_id': madeElsewhere,
  'secret.github_app_installation_id': madeElsewhere,
  'secret.github_app_private_key': madeElsewhere,
  'secret.github_token': madeElsewhere,
  'secret.github_webhook_secret_token': madeElsewhere,
  'securityContext': restricted,
  'service.loadBalancerSourceRanges': unused,
  'serviceAccount.annotations': unused,
  'serviceAccount.create': unused,
  'serviceAccount.name': unused,
  'terminationGracePeriodSeconds': unused,
};

const disruptionBudget: Reasons = {
  'podDisruptionBudget.enabled': `${unused}; with more replicas than one, leader election covers a drain`,
  'podDisruptionBudget.maxUnavailable': unused,
  'podDisruptionBudget.minAvailable': unused,
};

/** Reviewed: keys of the chart that are reached by `controller.chart.values` only, and why. */
export const onlyByValues: Reasons = {
  'actionsMetrics.serviceAnnotations': 'the chart reads it nowhere',
  'actionsMetrics.serviceMonitor.namespace':
    "decides where the webhook server's ServiceMonitor goes, by a slip of the templates",
  ...below('actionsMetricsServer', serverKeys),
  'actionsMetricsServer.logLevel': unused,
  'actionsMetricsServer.replicaCount': 'must stay 1: the state is in memory',
  'actionsMetricsServer.service.annotations': 'ingress says how it is reached',
  'actionsMetricsServer.service.ports': 'ingress says how it is reached',
  'actionsMetricsServer.service.type': 'ingress says how it is reached',
  'admissionWebHooks.caBundle':
    'cert-manager issues the certificate; who has none brings a CA and a Secret of their own',
  'admissionWebHooks.timeoutSeconds': unused,
  'authSecret.annotations': 'only of a Secret that the chart makes, which it never does here',
  'authSecret.github_app_id': madeElsewhere,
  'authSecret.github_app_installation_id': madeElsewhere,
  'authSecret.github_app_private_key': madeElsewhere,
  'authSecret.github_basicauth_password': madeElsewhere,
  'authSecret.github_basicauth_username': `${unused}; for an API proxy that asks for a login`,
  'authSecret.github_token': madeElsewhere,
  'createDummySecret': "refused: for the chart's own tests",
  'defaultScaleDownDelay': 'profiles.default.autoscale.scaleDownDelay says it in the language',
  ...disruptionBudget,
  'dnsPolicy': 'goes with hostNetwork',
  'enableLeaderElection': 'on by default, and needed as soon as replicas is 2',
  'githubUploadURL': 'ARC uploads nothing; it derives from github.url where it matters',
  ...below('githubWebhookServer', { ...serverKeys, ...disruptionBudget }),
  'githubWebhookServer.queueLimit': unused,
  'hostNetwork': 'for network plugins whose pods the API server cannot reach; rare, and a risk',
  'metrics.serviceAnnotations': podMeta,
  'metrics.serviceMonitor.namespace': 'the chart reads it nowhere',
  'nameOverride': 'fullnameOverride is written, so that names never collide',
  'podAnnotations': podMeta,
  'podLabels': podMeta,
  'podSecurityContext': restricted,
  'rbac.allowGrantingKubernetesContainerModePermissions':
    'used once; fleetc emits a Role for each pool in Kubernetes mode, so the controller need not grant any',
  'runner.statusUpdateHook.enabled': `${unused}; slow and racy with many runners (#2468)`,
  'securityContext': restricted,
  'service.annotations': 'the Service of the admission webhooks, which only the API server calls',
  'service.port': 'printed in the notes only',
  'service.type': 'the Service of the admission webhooks, which only the API server calls',
  'serviceAccount.annotations': `${unused}; the controller talks to GitHub and the API server only`,
  'serviceAccount.create': unused,
  'serviceAccount.name': unused,
};

function below(block: FieldPath, reasons: Reasons): Reasons {
  return Object.fromEntries(
    Object.entries(reasons).map(([name, reason]) => [`${block}.${name}`, reason]),
  );
}
