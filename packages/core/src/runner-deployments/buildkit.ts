import { buildxMirror, type Fleet, type Pool } from '@fleetc/fleet';
import type { ObjectKind } from '../emission/object-item.ts';
import { metadataTable } from '../emission/object-metadata.ts';
import { runnerCaVariables } from '../network/private-ca.ts';
import type { PoolObjectContext } from './pool-object.ts';

/** The one file of the ConfigMap with settings for BuildKit. */
export const buildkitFile = 'buildkitd.toml';

/** Name of the ConfigMap, which the pool's runners share. */
export function buildkitName({ namePrefix }: Pick<Fleet, 'namePrefix'>, pool: Pool): string {
  return `${namePrefix}${pool.name}-buildkit`;
}

/** Settings of the builders that buildx starts in containers of their own, which know nothing of dockerd's mirror. */
export const buildkitSettings: ObjectKind<PoolObjectContext> = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  stage: 'access',
  table: [
    ...metadataTable<PoolObjectContext>('pool', 'pool.namespace'),
    {
      to: ['data', buildkitFile],
      from: ['registry', 'mirror', 'buildx'],
      value: ({ fleet, pool }) => settings(fleet, buildxMirror(pool, fleet)!),
    },
  ],
};

function settings({ network }: Fleet, url: string): string {
  const [, scheme, address = ''] = /^(https?):\/\/(.*?)\/*$/.exec(url) ?? [];
  // How to reach a mirror is asked for by its host, without a path.
  const host = address.split('/', 1)[0];
  const ca = network.ca ? `  ca = [${text(runnerCaVariables.NODE_EXTRA_CA_CERTS)}]` : undefined;
  const access = scheme === 'http' ? '  http = true' : ca;
  const mirrors = ['[registry."docker.io"]', `  mirrors = [${text(address)}]`];
  const lines =
    access === undefined ? mirrors : [...mirrors, '', `[registry.${text(host)}]`, access];
  return `${lines.join('\n')}\n`;
}

// A string of JSON is one of TOML.
function text(value: unknown): string {
  return JSON.stringify(value);
}
