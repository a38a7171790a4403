import type { Credential } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pair = (name: string) =>
  exampleFleet(
    `credentials:\n  github: { pat: { secret: { name: arc, from: { existing: true } } } }\n  bot: { app: { id: 1, installationId: 2, secret: { name: ${name}, from: { existing: true } } } }\ncontroller: { credentials: github }\nscopes:\n  web: { repository: acme/web, credentials: bot }`,
  );

const words = { pat: 'a token', app: 'a GitHub App', registry: 'a registry login' } as const;

type Kind = Credential['kind'];

export const mixedSecret = defineCheck<{ secret: string; kinds: readonly [Kind, Kind] }>({
  code: 'FLC4111',
  name: 'mixed-secret',
  severity: 'error',
  title: 'One Secret is to hold credentials of two kinds',
  message: ({ secret, kinds: [first, second] }) =>
    `the Secret "${secret}" is to hold ${words[first]} and ${words[second]}`,
  label: () => 'the same Secret',
  why: ({ kinds }) =>
    kinds.includes('registry')
      ? 'a pull secret has a type of its own, and no other key is read from it'
      : 'ARC takes the token wherever it finds one, so the App would never be used',
  fix: 'keep each credential in a Secret of its own',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/authenticating-to-the-github-api.md',
  examples: { bad: pair('arc'), good: pair('arc-bot') },
  check(fleet, report) {
    const first = new Map<string, Credential>();
    for (const credential of fleet.credentials.values()) {
      const { kind, secret } = credential;
      const before = first.get(secret.name);
      if (!before) first.set(secret.name, credential);
      // A Secret that fleetc writes collides with any other, which is a finding of its own.
      else if (before.kind !== kind && isExisting(before) && isExisting(credential)) {
        const related = [{ path: before.secret.path, text: 'first used here' }];
        const params = { secret: secret.name, kinds: [before.kind, kind] as const };
        report(params, secret.path, { part: 'key', related });
      }
    }
  },
});

function isExisting({ secret }: Credential): boolean {
  return secret.from.source === 'existing';
}
