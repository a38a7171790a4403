import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const login = (username: string) =>
  exampleFleet(
    `credentials:\n  github: { pat: { secret: { from: { existing: true } } } }\n  hub: { registry: { server: docker.io, username: '${username}', secret: { from: { env: HUB_TOKEN } } } }\nregistry: { pullSecrets: [hub] }`,
  );

export const usernameWithColon = defineCheck<{ credential: string }>({
  code: 'FLC4127',
  name: 'username-with-colon',
  severity: 'error',
  title: 'The user name of a registry login has a colon',
  message: ({ credential }) => `the user name of registry login "${credential}" has a colon`,
  label: () => 'has a colon',
  why: 'a login is sent as "username:password" and ends the user name at the first colon, so the registry gets another name and another password',
  fix: 'give the user name alone; the password comes from "secret"',
  source: 'https://www.rfc-editor.org/rfc/rfc7617#section-2',
  examples: { bad: login('ci:robot'), good: login('ci') },
  check(fleet, report) {
    for (const credential of fleet.credentials.values()) {
      if (credential.kind !== 'registry' || !credential.username?.includes(':')) continue;
      // Of a Secret that somebody else makes the user name is not read.
      if (credential.secret.from.source === 'existing') continue;
      const path = [...credential.path, 'registry', 'username'];
      report({ credential: credential.name }, path);
    }
  },
});
