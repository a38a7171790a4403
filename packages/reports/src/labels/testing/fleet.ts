import { type Fleet, readFleet, resolveFleet } from '@fleetc/fleet';

const header = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
credentials:
  github: { pat: { secret: { from: { existing: true } } } }
`;

/** The fleet of some blocks, `scopes` and `pools` mostly; a fleet that cannot be resolved fails the test. */
export async function fleetOf(blocks: string): Promise<Fleet> {
  const { file, diagnostics } = await readFleet({ path: 'fleet.yaml', text: header + blocks });
  const { value, diagnostics: later } = await resolveFleet(file!, 'default');
  const found = [...diagnostics, ...later].map(({ message }) => message);
  if (!value || found.length > 0) throw new Error(found.join('; '));
  return value;
}

/** A fleet with pools at an organization, two repositories, another organization and an enterprise. */
export const manyScopes = `scopes:
  acme: { organization: Acme, runnerGroup: platform }
  api: { repository: acme/api }
  inc: { enterprise: acme-inc }
  umbrella: { organization: umbrella }
  web: { repository: acme/web }
pools:
  api: { scope: api, labels: [repo] }
  arm: { scope: acme, labels: [arm-build], node: { selector: { kubernetes.io/arch: arm64 } } }
  build: { scope: acme, labels: [build], node: { selector: { kubernetes.io/arch: amd64 } } }
  deploy: { scope: acme, labels: [deploy], runnerGroup: production }
  large: { scope: acme, labels: [build, Large], node: { selector: { kubernetes.io/arch: amd64 } } }
  open: { scope: umbrella, labels: [open] }
  shared: { scope: inc, labels: [shared, x64] }
  web: { scope: web, labels: [repo] }
`;
