import type { Registry } from '@fleetc/fleet';
import { parseImageReference } from '@fleetc/notation';
import type { ImageUse } from '../bundle.ts';
import type { Rewriter } from '../registry/rewriter.ts';
import { type LockedImages, nameInLock, withDigest } from './locked-images.ts';

/** Puts the locked digest behind every reference that the rewrite gives. What a proxy serves has upstream's digest. */
export function pinImages(rewriter: Rewriter, registry: Registry, images: LockedImages): Rewriter {
  const isReplacement = replacementsOf(registry);
  const known = new Map<string, string>();
  const pin = (reference: string) => {
    const pulled = rewriter.rewrite(reference);
    const subject = isReplacement(pulled) ? pulled : reference;
    const locked = images.get(nameInLock(subject) ?? '');
    if (!locked) return pulled;
    if (subject === pulled) return withDigest(pulled, locked.digest);
    // A template may have a place for the digest; one that has none gets it behind.
    return withDigest(rewriter.rewrite(withDigest(reference, locked.digest)), locked.digest);
  };
  const rewrite = (reference: string) => {
    let result = known.get(reference);
    if (result === undefined) known.set(reference, (result = pin(reference)));
    return result;
  };
  return { ...rewriter, rewrite };
}

/**
 * The name by which an image that the fleet pulls is locked: upstream's, except where `registry.images` puts an image with
 * a tag of its own in its place. `undefined` when a digest stands in the file already.
 */
export function lockNameOf(
  { upstream, reference }: ImageUse,
  { images }: Pick<Registry, 'images'>,
): string | undefined {
  if (parseImageReference(reference)?.digest !== undefined) return undefined;
  return nameInLock(replacementsOf({ images })(reference) ? reference : upstream);
}

function replacementsOf({ images }: Pick<Registry, 'images'>): (reference: string) => boolean {
  const own = Object.values(images).filter((text) => {
    const image = parseImageReference(text);
    return image?.tag !== undefined || image?.digest !== undefined;
  });
  const known = new Set(own);
  return (reference) => known.has(reference);
}
