import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const login = (fields: string) =>
  exampleFleet(
    `credentials:\n  github: { pat: { secret: { from: { existing: true } } } }\n  hub: { registry: { server: docker.io, ${fields}secret: { from: { env: HUB_TOKEN } } } }\nregistry: { pullSecrets: [hub] }`,
  );

export const loginWithoutUsername = defineCheck<{ credential: string }>({
  code: 'FLC4105',
  name: 'login-without-username',
  severity: 'error',
  title: 'A registry login that fleetc writes has no user name',
  message: ({ credential }) => `registry login "${credential}" has no "username"`,
  label: () => 'needs "username"',
  why: '"fleetc secrets" writes user name and password together into the pull secret',
  fix: 'add "username", or use "from: { existing: true }" when the Secret is made elsewhere',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/',
  examples: { bad: login(''), good: login('username: ci, ') },
  check(fleet, report) {
    for (const credential of fleet.credentials.values()) {
      if (credential.kind !== 'registry' || credential.username !== undefined) continue;
      if (credential.secret.from.source === 'existing') continue;
      report({ credential: credential.name }, [...credential.path, 'registry'], { part: 'key' });
    }
  },
});
