import type { BundleItem, Compilation, CompiledEnvironment } from '@fleetc/core';
import { formatYamlStream } from '@fleetc/kubernetes';
import type { PoolPlace } from './pool-at.ts';

/** A document to read beside the fleet. */
export interface Manifests {
  readonly title: string;
  /** YAML, for people: what looks like a secret is hidden in it. */
  readonly text: string;
}

/**
 * The objects of one pool as canonical YAML, once for all environments that agree on them; `undefined` when no
 * environment has the pool, or errors keep all of them from being compiled.
 */
export function formatManifests(
  { environments, hasEnvironments, redact }: Compilation,
  { pool, environment }: PoolPlace,
): Manifests | undefined {
  const byText = new Map<string, string[]>();
  for (const compiled of environments) {
    if (environment !== undefined && environment !== compiled.name) continue;
    const text = formatObjects(compiled, pool);
    if (text !== undefined) byText.set(text, [...(byText.get(text) ?? []), compiled.name]);
  }
  if (byText.size === 0) return undefined;
  const sections = [...byText].map(([text, names]) =>
    hasEnvironments ? `# Environment ${names.join(', ')}\n${text}` : text,
  );
  return { title: `${redact(pool)} (compiled)`, text: redact(sections.join('---\n')) };
}

function formatObjects({ bundle }: CompiledEnvironment, pool: string): string | undefined {
  const objects = (bundle?.items ?? []).flatMap((item) =>
    item.type === 'object' && !item.encrypted && isOf(item, pool) ? [item.object] : [],
  );
  return objects.length === 0 ? undefined : formatYamlStream(objects);
}

function isOf({ path }: BundleItem, pool: string): boolean {
  return path[0] === 'pools' && path[1] === pool;
}
