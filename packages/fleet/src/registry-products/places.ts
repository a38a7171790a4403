import type { Addresses } from './product.ts';

/** A name for each upstream host, or one for all of them. */
export type Places<T extends string | number = string> = T | Readonly<Record<string, T>>;

/** Addresses of places that each have a name; without names, each place is named like its upstream host. */
export function placesAt(
  names: Places | Places<number> | undefined,
  address: (name: string) => string,
): Addresses {
  if (typeof names !== 'object')
    return { prefixes: {}, otherwise: address(`${names ?? '{host}'}`) };
  const prefixes = Object.entries(names).map(([host, name]) => [host, address(`${name}`)]);
  return { prefixes: Object.fromEntries(prefixes) };
}

/** A path below a host; no path is the host itself. */
export function below(host: string, path: string): string {
  return path === '' ? host : `${host}/${path}`;
}
