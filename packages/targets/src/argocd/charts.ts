import type { HelmRelease, ReleaseItem } from '@fleetc/core';

/** An API group, empty for the core, and a kind. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/** What a chart installs, as far as a project has to allow it. */
export interface ChartContent {
  /** Kinds of the whole cluster. */
  readonly cluster: readonly GroupKind[];
  readonly namespaced: readonly GroupKind[];
  /** Namespaces besides the release's own. */
  readonly namespaces: (release: HelmRelease) => readonly string[];
}

/** What the chart of a release installs; the stage tells charts apart, because a mirror may rename them. */
export function chartContent({ stage }: ReleaseItem): ChartContent {
  return stage === 'cert-manager' ? certManager : controller;
}

const extensions = kinds('apiextensions.k8s.io', 'CustomResourceDefinition');
const clusterRoles = kinds('rbac.authorization.k8s.io', 'ClusterRole', 'ClusterRoleBinding');
const webhooks = kinds(
  'admissionregistration.k8s.io',
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
);
const roles = kinds('rbac.authorization.k8s.io', 'Role', 'RoleBinding');

/** The templates and the folder `crds` of actions-runner-controller 0.23.7. */
const controller: ChartContent = {
  cluster: [...extensions, ...clusterRoles, ...webhooks],
  namespaced: [
    ...kinds('', 'Secret', 'Service', 'ServiceAccount'),
    ...kinds('apps', 'Deployment'),
    ...kinds('cert-manager.io', 'Certificate', 'Issuer'),
    ...kinds('monitoring.coreos.com', 'ServiceMonitor'),
    ...kinds('networking.k8s.io', 'Ingress'),
    ...kinds('policy', 'PodDisruptionBudget'),
    ...roles,
  ],
  // The binding that lets the controller read Secrets stands in the one namespace that it watches.
  namespaces: ({ values }) => textAt(values, 'scope', 'watchNamespace') ?? [],
};

/** The templates of cert-manager 1.21. */
const certManager: ChartContent = {
  cluster: [...extensions, ...clusterRoles, ...webhooks],
  namespaced: [
    ...kinds('', 'ConfigMap', 'Service', 'ServiceAccount'),
    ...kinds('apps', 'Deployment'),
    ...kinds('batch', 'Job'),
    ...kinds('monitoring.coreos.com', 'PodMonitor', 'ServiceMonitor'),
    ...kinds('networking.k8s.io', 'NetworkPolicy'),
    ...kinds('policy', 'PodDisruptionBudget'),
    ...roles,
  ],
  // Its leaders are elected there, unless the values name another.
  namespaces: ({ values }) =>
    textAt(values, 'global', 'leaderElection', 'namespace') ?? ['kube-system'],
};

function kinds(group: string, ...names: readonly string[]): GroupKind[] {
  return names.map((kind) => ({ group, kind }));
}

function textAt(values: unknown, ...path: readonly string[]): string[] | undefined {
  const found = path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined | null)?.[key],
    values,
  );
  return typeof found === 'string' && found !== '' ? [found] : undefined;
}
