import type { PrefixProxy, RegistryProxy } from '../model.ts';
import type { RegistryProduct } from '../registry-products/product.ts';
import type { ProductKey } from '../registry-products/product-keys.ts';
import { registryProducts } from '../registry-products/registry-products.ts';
import { servesUpstream } from '../registry-products/served-upstreams.ts';
import { isOtherHubName, upstreamHost } from '../registry-products/upstream-host.ts';
import type { RegistryInput } from '../schema/input.ts';
import { defined } from './defined.ts';
import { sortedEntries } from './plain.ts';

type ProxyInput = NonNullable<RegistryInput['proxy']>;
type Prefixes = PrefixProxy['prefixes'];

const path = ['registry', 'proxy'];

/** Resolves `registry.proxy`: every product comes down to prefixes or to a template. */
export function resolveRegistryProxy(input: ProxyInput): RegistryProxy | undefined {
  const others = byUpstream(input.others);
  if (input.generic) {
    const { host, template, projects } = input.generic;
    const base = { kind: 'generic', path, host, template } as const;
    return { ...base, projects: byUpstream(projects), others };
  }
  if (input.prefixes) {
    return { kind: 'prefixes', path, prefixes: { ...byUpstream(input.prefixes), ...others } };
  }
  for (const [key, product] of Object.entries(registryProducts)) {
    const value = input[key as ProductKey];
    // The schema has said of the value that it is what its own product takes.
    if (value !== undefined) return resolveProduct(key, product as RegistryProduct, value, others);
  }
  return undefined;
}

function resolveProduct(
  key: string,
  product: RegistryProduct,
  value: unknown,
  others: Prefixes,
): PrefixProxy {
  const { prefixes, otherwise } = product.addresses(value);
  const own = byUpstream(prefixes);
  const { title, places, serves, fillsLibrary = false, changesDigests } = product;
  return {
    kind: 'prefixes',
    path,
    prefixes: { ...own, ...others },
    ...defined({ otherwise }),
    product: {
      key,
      title,
      places: [...path, key, ...(places === undefined ? [] : [places])],
      hosts: hostsOf([...Object.values(own), otherwise ?? '']),
      unserved: Object.keys(own).filter((host) => !servesUpstream(serves, host)),
      fillsLibrary,
      changesDigests: changesDigests?.(value) ?? false,
      ...defined({ serves }),
    },
  };
}

function hostsOf(addresses: readonly string[]): string[] {
  const hosts = addresses.map((address) => address.split('/', 1)[0]!);
  return [...new Set(hosts)].filter((host) => host !== '').sort();
}

// Of two names of Docker Hub, the one that images have wins.
function byUpstream(places: Readonly<Record<string, string>> | undefined): Prefixes {
  const entries = sortedEntries(places);
  const otherNames = entries.filter(([host]) => isOtherHubName(host));
  const named = otherNames.map(([host, place]) => [upstreamHost(host), place] as const);
  return Object.fromEntries([...named, ...entries.filter((entry) => !otherNames.includes(entry))]);
}
