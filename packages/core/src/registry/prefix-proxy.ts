import type { PrefixProxy } from '@fleetc/fleet';
import type { ImageReference } from '@fleetc/notation';
import type { Proxy } from './proxy.ts';

/** A proxy that puts something in front of the upstream's path, by the upstream's host. */
export function createPrefixProxy({
  prefixes,
  otherwise,
}: Pick<PrefixProxy, 'prefixes' | 'otherwise'>): Proxy {
  const byHost = new Map(Object.entries(prefixes).map(([host, text]) => [host, trimmed(text)]));
  const fallback = otherwise === undefined ? undefined : trimmed(otherwise);
  const isFallback = fallback === undefined ? () => false : ownerOf(fallback);
  const starts = [...byHost.values()].map((prefix) => `${prefix}/`);
  const hosts = new Set([...byHost.values()].map((prefix) => hostOf(prefix)));
  return {
    owns: ({ registry, repository }) => {
      const name = `${registry}/${repository}`;
      if (starts.some((start) => name.startsWith(start)) || isFallback(registry)) return true;
      // A host that is both a proxy and an upstream (one registry for everything) is proxied below its prefix only.
      return hosts.has(registry) && !byHost.has(registry);
    },
    nameOf: ({ registry, repository }: ImageReference) => {
      const prefix = byHost.get(registry) ?? fallback?.replaceAll('{host}', registry);
      return prefix === undefined ? undefined : `${prefix}/${repository}`;
    },
  };
}

/** Recognises hosts that `otherwise` leads to; `{host}` may be a part of the host itself. */
function ownerOf(otherwise: string): (registry: string) => boolean {
  const parts = hostOf(otherwise)
    .split('{host}')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('.+')}$`);
  return (registry) => pattern.test(registry);
}

function hostOf(prefix: string): string {
  return prefix.split('/', 1)[0]!;
}

function trimmed(prefix: string): string {
  return prefix.replace(/\/+$/, '');
}
