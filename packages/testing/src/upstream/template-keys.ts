/** Keys that the templates of the chart actions-runner-controller 0.23.7 read although its values.yaml sets none. */
export const templateKeys: readonly string[] = [
  'actionsMetricsServer.env',
  'actionsMetricsServer.logLevel',
  ...secretKeys('actionsMetricsServer.secret'),
  'actionsMetricsServer.topologySpreadConstraints',
  'admissionWebHooks.caBundle',
  'admissionWebHooks.timeoutSeconds',
  ...secretKeys('authSecret'),
  'authSecret.github_basicauth_password',
  'authSecret.github_basicauth_username',
  'dnsPolicy',
  'dockerGID',
  'env',
  'githubEnterpriseServerURL',
  'githubUploadURL',
  'githubURL',
  'githubWebhookServer.env',
  'githubWebhookServer.logLevel',
  'githubWebhookServer.podDisruptionBudget.maxUnavailable',
  'githubWebhookServer.podDisruptionBudget.minAvailable',
  'githubWebhookServer.queueLimit',
  ...secretKeys('githubWebhookServer.secret'),
  'githubWebhookServer.topologySpreadConstraints',
  'hostNetwork',
  'image.tag',
  'leaderElectionId',
  'logLevel',
  'podDisruptionBudget.maxUnavailable',
  'podDisruptionBudget.minAvailable',
  'rbac.allowGrantingKubernetesContainerModePermissions',
  'runnerGithubURL',
  'topologySpreadConstraints',
];

function secretKeys(block: string): string[] {
  return ['app_id', 'app_installation_id', 'app_private_key', 'token'].map(
    (key) => `${block}.github_${key}`,
  );
}
