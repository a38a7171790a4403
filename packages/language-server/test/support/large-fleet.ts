/** A fleet of many pools of several kinds, which share scopes and profiles. */
export function largeFleet(pools: number): string {
  const numbers = Array.from({ length: pools }, (_, index) => index);
  const scopes = Array.from(
    { length: 10 },
    (_, index) => `  org-${index}: { organization: acme-${index} }`,
  );
  return `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
controller: { credentials: github }
registry:
  proxy: { harbor: { host: harbor.acme.example, projects: { docker.io: hub } } }
  direct: [quay.io, ghcr.io]
credentials:
  github: { pat: { secret: { name: controller-manager, from: { existing: true } } } }
scopes:
${scopes.join('\n')}
profiles:
  default: { resources: { requests: { cpu: 500m, memory: 1Gi } } }
  big: { resources: { requests: { cpu: 4 } } }
pools:
${numbers.map(toPool).join('')}`;
}

function toPool(index: number): string {
  const bodies = [
    '    replicas: 2\n',
    '    autoscale: { min: 1, max: 8, on: { busy: {} } }\n    env: { TEAM: team-INDEX }\n',
    '    profiles: [big]\n    docker: none\n',
    '    kind: set\n    replicas: 2\n    volumes:\n      cache: { mountPath: /opt/cache, size: 20Gi, storageClass: fast }\n',
    '    # What a person writes.\n    workVolume: { size: 50Gi }\n',
  ];
  const body = bodies[index % bodies.length]!.replaceAll('INDEX', String(index));
  return `  pool-${index}:\n    scope: org-${index % 10}\n    labels: [team-${index}, linux]\n${body}`;
}
