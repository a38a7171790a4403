import { below, type Places, placesAt } from './places.ts';
import type { Addresses } from './product.ts';

/** What `addressedMap` describes, after shorthands are expanded. */
export interface AddressedRepositories {
  readonly host: string;
  readonly repositories?: Places | undefined;
  readonly subdomains?: Places | undefined;
  readonly ports?: Places<number> | undefined;
}

/** Addresses of repositories that are reached by path, by subdomain or by port. */
export function repositoryAddresses({
  host,
  repositories,
  subdomains,
  ports,
}: AddressedRepositories): Addresses {
  if (ports !== undefined) return placesAt(ports, (port) => `${withoutPort(host)}:${port}`);
  if (subdomains !== undefined) return placesAt(subdomains, (name) => `${name}.${host}`);
  return placesAt(repositories, (name) => below(host, name));
}

// The port of the user interface is not one of those where repositories listen.
function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}
