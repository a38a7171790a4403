import type { SecretSource } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const keyRead = {
  pat: 'github_token',
  app: 'github_app_private_key',
  registry: '.dockerconfigjson',
} as const;

export const secretKeyNotRead = defineCheck<{ key: string; expected: string }>({
  code: 'FLC4104',
  name: 'secret-key-not-read',
  severity: 'error',
  title: "A Secret's key is one that nothing reads",
  message: ({ key, expected }) =>
    `the Secret's key is "${key}", and "${expected}" is the one that is read`,
  label: () => 'never read',
  why: 'ARC and the kubelet look under fixed keys; a value under another key is as good as absent',
  fix: ({ expected }) => `store the value under "${expected}", or leave "key" out`,
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/authenticating-to-the-github-api.md',
  examples: {
    bad: exampleFleet(
      'credentials:\n  github: { pat: { secret: { key: token, from: { existing: true } } } }',
    ),
    good: exampleFleet(
      'credentials:\n  github: { pat: { secret: { key: github_token, from: { existing: true } } } }',
    ),
  },
  check(fleet, report) {
    const compare = ({ key, path }: SecretSource, expected: string) => {
      if (key !== undefined && key !== expected) report({ key, expected }, [...path, 'key']);
    };
    for (const { kind, secret } of fleet.credentials.values()) compare(secret, keyRead[kind]);
    const { webhookServer, metrics } = fleet.controller;
    for (const secret of [webhookServer?.secret, metrics.server?.secret]) {
      if (secret) compare(secret, 'github_webhook_secret_token');
    }
  },
});
