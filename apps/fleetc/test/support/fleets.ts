import { plainFleet, withEnvironments } from '@fleetc/testing/plain-fleet';

export { plainFleet };

/** As `plainFleet`, but the pool has no resources: one warning, FLC4401. */
export const fleetWithWarning = plainFleet.replace(/ {4}resources: .*\n/, '');

/** As `plainFleet`, but the pool asks for a scope that is not there: one error, FLC3002. */
export const fleetWithError = plainFleet.replace(
  '    replicas: 2',
  '    scope: wep\n    replicas: 2',
);

/** Two environments that differ in one number. */
export const fleetWithEnvironments = withEnvironments(plainFleet);

/** A PAT from a variable, an App key from a file, and a registry password from a variable. */
export const fleetWithSecrets = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
controller: { credentials: github }
credentials:
  github: { pat: { secret: { name: controller-manager, from: { env: ACME_TOKEN } } } }
  web-app:
    app: { id: 12345, installationId: 67890, secret: { name: web-app, from: { file: keys/web.pem } } }
  hub:
    registry:
      server: docker.io
      username: acme
      secret: { name: hub-login, from: { env: HUB_PASSWORD } }
registry: { pullSecrets: [hub] }
scopes:
  web: { repository: acme/web, credentials: web-app }
pools:
  ci:
    resources: { requests: { cpu: 500m, memory: 1Gi } }
`;
