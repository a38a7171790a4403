import type { Path } from '@fleetc/diagnostics';
import type { Fleet, Pool, Volume } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { dockerConfigFiles, dockerConfigFolder, hasDocker } from './docker-config.ts';

const pool = (fields: string) =>
  exampleFleet(`credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  harbor: { registry: { server: harbor.example.com, secret: { from: { existing: true } } } }
registry: { pullSecrets: [harbor], direct: [docker.io] }
pools:
  ci: { scope: web, ${fields}, resources: { requests: { cpu: 500m, memory: 1Gi } } }`);

export const dockerConfigReadOnly = defineCheck<{ pool: string; mode: string }>({
  code: 'FLC4483',
  name: 'docker-config-read-only',
  severity: 'warning',
  title: "Docker's logins are mounted read-only",
  message: ({ pool: name }) => `no job of pool "${name}" can log docker in`,
  label: () => 'cannot be written',
  why: '"docker login" writes its result into this file, and fails when it cannot, in workflows that log in themselves',
  fix: ({ mode }) =>
    `name the registry credential in "docker.${mode}.login", which gives each runner a copy of its own`,
  source: 'https://docs.docker.com/reference/cli/docker/login/',
  examples: {
    bad: pool(
      'volumes: { login: { mountPath: /home/runner/.docker/config.json, subPath: .dockerconfigjson, secret: { name: harbor } } }',
    ),
    good: pool('docker: { sidecar: { login: harbor } }'),
  },
  check(fleet, report) {
    for (const one of fleet.pools) {
      const path = readOnlyConfig(one, fleet);
      if (path) report({ pool: one.name, mode: one.docker.mode }, path);
    }
  },
});

const places = [dockerConfigFolder, `${dockerConfigFolder}/config.json`];

function readOnlyConfig(one: Pool, fleet: Fleet): Path | undefined {
  // What is mounted over a folder that fleetc fills is a finding of its own.
  if (!hasDocker(one.docker) || dockerConfigFiles(one, fleet).length > 0) return undefined;
  const volume = one.volumes.find(
    (each) => each.mountPath !== undefined && places.includes(each.mountPath) && isReadOnly(each),
  );
  return volume && [...one.path, 'volumes', volume.name, 'mountPath'];
}

// Kubernetes never lets a container write into these two.
function isReadOnly({ readOnly, source }: Volume): boolean {
  return readOnly === true || source.type === 'secret' || source.type === 'configMap';
}
