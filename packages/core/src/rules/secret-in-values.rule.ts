import { formatPath } from '@fleetc/diagnostics';
import { defineBundleCheck } from './bundle-check.ts';
import { releaseOf } from './emitted-items.ts';
import { exampleController, exampleValues } from './example.ts';
import { isFilled, valueAt } from './value-at.ts';

/** Values that the chart would put into a Secret, whatever they look like. */
const secretValues = [
  ...['github_token', 'github_app_private_key', 'github_basicauth_password'].map((key) => [
    'authSecret',
    key,
  ]),
  ...['githubWebhookServer', 'actionsMetricsServer'].flatMap((server) =>
    ['github_webhook_secret_token', 'github_token', 'github_app_private_key'].map((key) => [
      server,
      'secret',
      key,
    ]),
  ),
];

export const secretInValues = defineBundleCheck<{ field: string }>({
  code: 'FLC5107',
  name: 'secret-in-values',
  severity: 'error',
  title: 'A secret stands in chart values',
  message: ({ field }) => `the value "${field}" is a secret, and a secret may not be written here`,
  label: () => 'secret',
  why: "values stay in Git and in Helm's release history, for everybody who may read either",
  fix: 'revoke it, and name a Secret instead: "credentials" for GitHub, "secret" of a server for its webhook',
  source: 'https://docs.github.com/en/code-security/secret-scanning',
  examples: {
    bad: exampleController(
      'chart:\n    values:\n      authSecret:\n        github_basicauth_password: >-\n          changeme',
    ),
    good: exampleValues('podAnnotations: { example.com/team: ci }'),
  },
  check({ bundle }, report) {
    const item = releaseOf(bundle, 'actions-runner-controller');
    for (const path of secretValues) {
      if (item && isFilled(valueAt(item.release.values, path)))
        report({ field: formatPath(path) }, item.origin(path), { part: 'key' });
    }
  },
});
