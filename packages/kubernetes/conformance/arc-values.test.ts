import { expect, it } from 'vitest';
import { loadValuesValidator } from '../src/validate-values.ts';
import { chartKeys } from './chart-keys.ts';
import { pathDifference } from './path-difference.ts';
import { needsUpstream, readUpstream } from './upstream.ts';
import { valuesPaths } from './values-paths.ts';

const id = 'actions-runner-controller-values';
const file = 'actions-runner-controller/values.yaml';

/** Keys that the templates of chart 0.23.7 read although its values.yaml does not set them. */
const readByTemplates = [
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

it('has the keys of values.yaml and those that only templates read, and no others', (context) => {
  needsUpstream(context);
  const theirs = valuesPaths(readUpstream(file));
  expect(pathDifference(theirs, chartKeys(id))).toEqual([]);
  expect(pathDifference(chartKeys(id), theirs).sort()).toEqual(readByTemplates.toSorted());
});

it('accepts the default values of the chart', async (context) => {
  needsUpstream(context);
  const validate = await loadValuesValidator('actions-runner-controller');
  expect(validate(readUpstream(file))).toEqual([]);
});
