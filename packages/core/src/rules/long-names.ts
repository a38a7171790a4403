import type { RegistryProxy } from '@fleetc/fleet';
import { parseImageReference } from '@fleetc/notation';
import type { ImageUse } from '../bundle.ts';

/** Host and path together, as registries count. */
const longest = 255;

/** Images that stay upstream because their name would be too long behind the proxy, with the length that it would have. */
export function findLongNames(
  proxy: RegistryProxy,
  images: readonly ImageUse[],
): Map<ImageUse, number> {
  const lengths = images.map((image) => [image, proxiedLength(proxy, image)] as const);
  return new Map(lengths.filter(([, length]) => length > longest));
}

function proxiedLength(proxy: RegistryProxy, { upstream }: ImageUse): number {
  const image = parseImageReference(upstream);
  if (!image || proxy.kind === 'generic') return 0;
  const { prefixes, otherwise } = proxy;
  const place = prefixes[image.registry] ?? otherwise?.replaceAll('{host}', image.registry);
  return place === undefined ? 0 : `${place}/${image.repository}`.length;
}
