import type { Credential, Fleet, SecretSource } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const whole = '.dockerconfigjson';

/** What a credential's Secret is made of. */
const keysRead: Readonly<Record<Credential['kind'] | 'webhook', readonly string[]>> = {
  pat: ['github_token'],
  app: ['github_app_id', 'github_app_installation_id', 'github_app_private_key'],
  registry: ['username', 'password', whole],
  webhook: ['github_webhook_secret_token'],
};

const app = (key: string) =>
  exampleFleet(
    `secrets: { store: vault }\ncredentials:\n  bot: { app: { id: 1, installationId: 2, secret: { from: { externalSecret: { fields: { ${key}: { property: pem } } } } } } }`,
  );

export const fieldNotRead = defineCheck<{ key: string; known: readonly string[] }>({
  code: 'FLC4121',
  name: 'field-not-read',
  severity: 'error',
  title: 'A field of a remote secret is one that nothing reads',
  message: ({ key }) => `the field "${key}" would be read from the store and by nothing else`,
  label: () => 'never read',
  why: 'ARC and the kubelet look under fixed keys, and fleetc puts no other key into a Secret',
  fix: ({ known }) => `use ${enumerate(known)}, or remove it`,
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/authenticating-to-the-github-api.md',
  examples: { bad: app('private_key'), good: app('github_app_private_key') },
  check(fleet, report) {
    for (const { secret, keys } of secretsOf(fleet)) {
      const { from } = secret;
      if (from.source !== 'externalSecret' && from.source !== 'vaultSecret') continue;
      const given = Object.keys(from.fields);
      // A finished Docker configuration leaves nothing to be read beside it.
      const known = keys.includes(whole) && given.includes(whole) ? [whole] : keys;
      for (const key of given.filter((field) => !known.includes(field)))
        report({ key, known }, [...secret.path, 'from', from.source, 'fields', key], {
          part: 'key',
        });
    }
  },
});

function secretsOf({
  credentials,
  controller: { webhookServer, metrics },
}: Fleet): { secret: SecretSource; keys: readonly string[] }[] {
  const servers = [webhookServer?.secret, metrics.server?.secret];
  return [
    ...[...credentials.values()].map(({ kind, secret }) => ({ secret, keys: keysRead[kind] })),
    ...servers.flatMap((secret) => (secret ? [{ secret, keys: keysRead.webhook }] : [])),
  ];
}

function enumerate(keys: readonly string[]): string {
  const quoted = keys.map((key) => `"${key}"`);
  return [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)].filter(Boolean).join(' or ');
}
