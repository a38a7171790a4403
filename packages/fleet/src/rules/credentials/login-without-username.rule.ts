import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const login = (fields: string) =>
  exampleFleet(
    `credentials:\n  github: { pat: { secret: { from: { existing: true } } } }\n  hub: { registry: { server: docker.io, ${fields}secret: { from: { env: HUB_TOKEN } } } }\nregistry: { pullSecrets: [hub] }`,
  );

export const loginWithoutUsername = defineCheck<{ credential: string; isRemote: boolean }>({
  code: 'FLC4105',
  name: 'login-without-username',
  severity: 'error',
  title: 'A registry login that fleetc writes has no user name',
  message: ({ credential }) => `registry login "${credential}" has no "username"`,
  label: () => 'needs "username"',
  why: 'user name and password stand together in the pull secret',
  fix: ({ isRemote }) =>
    isRemote
      ? 'add "username", or say where it is: "fields: { username: … }"'
      : 'add "username", or use "from: { existing: true }" when the Secret is made elsewhere',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/',
  examples: { bad: login(''), good: login('username: ci, ') },
  check(fleet, report) {
    for (const credential of fleet.credentials.values()) {
      if (credential.kind !== 'registry' || credential.username !== undefined) continue;
      const { from } = credential.secret;
      if (!writtenByFleetc.has(from.source)) continue;
      const isRemote = 'fields' in from;
      if (isRemote && namedBy.some((key) => Object.hasOwn(from.fields, key))) continue;
      const params = { credential: credential.name, isRemote };
      report(params, [...credential.path, 'registry'], { part: 'key' });
    }
  },
});

// What is encrypted holds the user name already.
const writtenByFleetc = new Set(['env', 'file', 'externalSecret', 'vaultSecret']);

/** Fields that bring the user name from a store. */
const namedBy = ['username', '.dockerconfigjson'];
