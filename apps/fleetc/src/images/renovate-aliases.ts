import { parseImageReference } from '@fleetc/notation';
import type { EnvironmentImages } from './format-image-table.ts';

/**
 * What Renovate has to know to look up proxied images: `registryAliases` from what stands before the repository to the
 * upstream host. Images that keep their name, or get another one, have none.
 */
export function formatRenovateAliases(environments: readonly EnvironmentImages[]): string {
  const aliases = new Map<string, string>();
  for (const { upstream, reference } of environments.flatMap(({ images }) => images)) {
    const from = parseImageReference(upstream);
    const pulled = parseImageReference(reference);
    if (!from || !pulled) continue;
    const name = `${pulled.registry}/${pulled.repository}`;
    if (!name.endsWith(`/${from.repository}`)) continue;
    const prefix = name.slice(0, -from.repository.length - 1);
    if (prefix !== from.registry) aliases.set(prefix, from.registry);
  }
  const sorted = [...aliases].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ registryAliases: Object.fromEntries(sorted) }, null, 2)}\n`;
}
