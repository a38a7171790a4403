import { upstreamHost } from '@fleetc/fleet';
import { formatImageReference, type ImageReference, parseImageReference } from '@fleetc/notation';

/** What a tag stood for when it was locked. */
export interface LockedImage {
  /** Of the index, so that every platform is covered: `sha256:…`. */
  readonly digest: string;
  /** Such as `linux/arm64/v8`, sorted. */
  readonly platforms: readonly string[];
}

/** Locked images by the name of `nameInLock`. */
export type LockedImages = ReadonlyMap<string, LockedImage>;

/** A lock file as a compilation uses it. */
export interface Lock {
  /** The file, as messages show it. */
  readonly file: string;
  readonly images: LockedImages;
  /** Whether an image outside of the lock is an error. */
  readonly isRequired: boolean;
}

/** The name of the lock beside a fleet file: `fleet.lock.yaml` for `fleet.yaml`. */
export function lockFileFor(fleetFile: string): string {
  const name = fleetFile.slice(fleetFile.lastIndexOf('/') + 1);
  return name === '<stdin>' ? 'fleet.lock.yaml' : `${name.replace(/\.ya?ml$/, '')}.lock.yaml`;
}

/**
 * The name by which an image is locked: its full reference with its tag, however it is written. `undefined` for a
 * reference that cannot be locked, because it has its digest already or is none.
 */
export function nameInLock(reference: string): string | undefined {
  const image = parseImageReference(reference);
  if (!image || image.digest !== undefined) return undefined;
  return formatImageReference(tagged(image));
}

function tagged({ registry, repository, tag = 'latest' }: ImageReference): ImageReference {
  return { registry: upstreamHost(registry), repository, tag };
}

/** The reference with a digest behind its tag; one that has a digest stays. */
export function withDigest(reference: string, digest: string): string {
  const image = parseImageReference(reference);
  if (!image || image.digest !== undefined) return reference;
  return `${reference}${image.tag === undefined ? ':latest' : ''}@${digest}`;
}
