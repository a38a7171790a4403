import type { Fleet, SecretSource } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pair = (name: string) =>
  exampleFleet(
    `credentials:\n  one: { pat: { secret: { name: github, from: { existing: true } } } }\n  two: { pat: { secret: { name: ${name}, from: { env: TWO } } } }\ncontroller: { credentials: one }\nscopes:\n  web: { repository: acme/web, credentials: two }`,
  );

export const secretNameCollision = defineCheck<{ secret: string }>({
  code: 'FLC4106',
  name: 'secret-name-collision',
  severity: 'error',
  title: 'Two credentials have one Secret name',
  message: ({ secret }) => `two credentials have their content in a Secret named "${secret}"`,
  label: () => 'the same name',
  why: 'the one that is applied last replaces the other, and its users lose access',
  fix: 'give each credential a Secret name of its own',
  source: 'the fleet language',
  examples: { bad: pair('github'), good: pair('github-two') },
  check(fleet, report) {
    const first = new Map<string, SecretSource>();
    for (const secret of secretsOf(fleet)) {
      const before = first.get(secret.name);
      if (!before) first.set(secret.name, secret);
      // One Secret that somebody else makes may well serve two credentials.
      else if (secret.from.source !== 'existing' || before.from.source !== 'existing') {
        const related = [{ path: before.path, text: 'first used here' }];
        report({ secret: secret.name }, secret.path, { part: 'key', related });
      }
    }
  },
});

function secretsOf(fleet: Fleet): SecretSource[] {
  const { webhookServer, metrics } = fleet.controller;
  const servers = [webhookServer?.secret, metrics.server?.secret];
  return [...fleet.credentials.values()]
    .map(({ secret }) => secret)
    .concat(servers.filter((secret) => secret !== undefined));
}
