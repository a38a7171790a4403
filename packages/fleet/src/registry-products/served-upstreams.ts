import type { ServedUpstreams } from '../model/registry.ts';

/** Whether a product that can fetch from some registries only can fetch from this one. */
export function servesUpstream(serves: ServedUpstreams | undefined, host: string): boolean {
  return serves === undefined || serves.hosts.some((pattern) => matches(pattern, host));
}

function matches(pattern: string, host: string): boolean {
  const source = pattern.replaceAll('.', '\\.').replaceAll('*', '.+');
  return new RegExp(`^${source}$`).test(host);
}
