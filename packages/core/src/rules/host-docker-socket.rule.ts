import { defineBundleCheck } from './bundle-check.ts';
import { examplePool } from './example.ts';
import { listAt, textAt } from './value-at.ts';

const pool = (docker: string) =>
  examplePool(
    `docker: ${docker}\n    volumes: { socket: { mountPath: /var/run/docker.sock, hostPath: { path: /var/run/docker.sock, type: Socket } } }`,
  );

export const hostDockerSocket = defineBundleCheck<{ pool: string; mode: string }>({
  code: 'FLC4438',
  name: 'host-docker-socket',
  severity: 'error',
  title: "A pool with a docker of its own mounts the node's docker socket",
  message: ({ pool: name, mode }) =>
    `pool "${name}" mounts the docker socket of its node, and has a docker of its own in mode "${mode}"`,
  label: () => "the node's socket",
  why: 'one of the two dockers is never used, and through this socket every job is root on the node',
  fix: 'remove the volume, or use "docker: none" if jobs are to use the docker of the node',
  source: 'https://docs.docker.com/engine/security/#docker-daemon-attack-surface',
  examples: { bad: pool('sidecar'), good: pool('none') },
  check(emitted, report) {
    for (const { item, pod, pool: owner } of emitted.runners) {
      const { mode } = owner.docker;
      if (mode === 'none' || mode === 'kubernetes') continue;
      for (const [index, volume] of listAt(item.object, [...pod, 'volumes']).entries()) {
        if (!textAt(volume, ['hostPath', 'path'])?.endsWith('/docker.sock')) continue;
        report({ pool: owner.name, mode }, item.origin([...pod, 'volumes', index]), {
          part: 'key',
        });
      }
    }
  },
});
