import type { Path } from '@fleetc/diagnostics';
import { defineBundleCheck } from './bundle-check.ts';
import { containersOf, type EmittedRunner, environmentsOf } from './emitted-items.ts';
import { examplePool } from './example.ts';
import { listAt, textAt } from './value-at.ts';

const pool = (host: string) => examplePool(`docker: none\n    env: { DOCKER_HOST: "${host}" }`);

export const dockerOnTcp = defineBundleCheck<{ pool: string }>({
  code: 'FLC4439',
  name: 'docker-on-tcp',
  severity: 'warning',
  title: 'Docker is reached over TCP by everybody',
  message: ({ pool: name }) => `docker of pool "${name}" is reached over TCP without TLS`,
  label: () => 'open to everybody',
  why: 'whoever reaches that port is root in the container of dockerd, which is privileged',
  fix: 'use "docker: sidecar", whose dockerd listens on a socket that only the pod has, or use TLS with client certificates',
  source: 'https://docs.docker.com/engine/security/protect-access/',
  examples: { bad: pool('tcp://dind:2375'), good: pool('unix:///sockets/docker.sock') },
  check(emitted, report) {
    for (const runner of emitted.runners) {
      const { item, pool: owner } = runner;
      for (const path of [...openDaemons(runner), ...openClients(runner)])
        report({ pool: owner.name }, item.origin(path));
    }
  },
});

/** Arguments by which a dockerd listens on TCP. */
function openDaemons(runner: EmittedRunner): Path[] {
  const { item } = runner;
  return containersOf(runner).flatMap(({ path }) =>
    ['command', 'args'].flatMap((list) => {
      const words = listAt(item.object, [...path, list]).map(String);
      if (words.some((word) => word.startsWith('--tlsverify'))) return [];
      const index = words.findIndex((word) => /(^|=)tcp:\/\//.test(word));
      return index < 0 ? [] : [[...path, list, index]];
    }),
  );
}

/** Variables that send a client to such a dockerd. With a sidecar ARC sets that variable itself. */
function openClients(runner: EmittedRunner): Path[] {
  const { item, pool: owner } = runner;
  if (owner.docker.mode === 'sidecar') return [];
  return environmentsOf(runner).flatMap(({ path }) => {
    const entries = listAt(item.object, path);
    if (entries.some((entry) => textAt(entry, ['name']) === 'DOCKER_TLS_VERIFY')) return [];
    const index = entries.findIndex(
      (entry) =>
        textAt(entry, ['name']) === 'DOCKER_HOST' && textAt(entry, ['value'])?.startsWith('tcp://'),
    );
    return index < 0 ? [] : [[...path, index]];
  });
}
