import type { ImageReference } from '@fleetc/notation';

/** How one kind of proxy says a reference. */
export interface Proxy {
  /** Whether a reference is already the proxy's. */
  readonly owns: (image: ImageReference) => boolean;
  /** Registry and path of the proxied image, or `undefined` when the upstream is not proxied. */
  readonly nameOf: (image: ImageReference) => string | undefined;
  readonly problem?: string;
}
