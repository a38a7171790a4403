import { type Compilation, lockNameOf } from '@fleetc/core';
import type { Place } from '@fleetc/diagnostics';
import { type ImageReference, parseImageReference } from '@fleetc/notation';

/** An image that the fleet pulls by a tag. */
export interface WantedImage {
  /** What the registry is asked for. */
  readonly ask: ImageReference;
  /** The first block of the fleet that pulls it; no place when none is written. */
  readonly place: Place;
}

/**
 * Every image that has no digest in the fleet, by its name in the lock. Upstream is asked, whose digest every proxy keeps;
 * the proxy only where the way to upstream is closed.
 */
export function wantedImages(
  { environments }: Compilation,
  isThroughProxy: boolean,
): Map<string, WantedImage> {
  const wanted = new Map<string, WantedImage>();
  for (const { fleet, bundle } of environments) {
    for (const use of bundle?.images ?? []) {
      const name = lockNameOf(use, fleet.registry);
      const ask = name && parseImageReference(isThroughProxy ? use.reference : name);
      if (!name || !ask || wanted.has(name)) continue;
      const { span, layer } = fleet.origin(use.path, 'key');
      wanted.set(name, { ask, place: layer === 'default' ? {} : { span, path: use.path } });
    }
  }
  return new Map([...wanted].sort(([a], [b]) => (a < b ? -1 : 1)));
}
