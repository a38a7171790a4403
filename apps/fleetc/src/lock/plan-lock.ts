import type { LockedImage, LockedImages } from '@fleetc/core';
import type { WantedImage } from './wanted-images.ts';

/** What has to be done to a lock. */
export interface LockPlan {
  /** Images to ask for, with what the lock says of them so far. */
  readonly asked: ReadonlyMap<string, { wanted: WantedImage; locked?: LockedImage }>;
  readonly kept: LockedImages;
  /** Names that nothing pulls any more. */
  readonly unused: readonly string[];
}

/** What a plan is made from. */
export interface LockRequest {
  readonly wanted: ReadonlyMap<string, WantedImage>;
  readonly locked: LockedImages;
  /** Whether an image that is locked is asked for again. */
  readonly isUpdated: (name: string) => boolean;
  /** Whether other environments, which are not looked at, may pull what these do not. */
  readonly isPartial: boolean;
}

/** Asks for what is new and what is to be updated, and keeps the rest as it is. */
export function planLock({ wanted, locked, isUpdated, isPartial }: LockRequest): LockPlan {
  const asked = [...wanted]
    .filter(([name]) => !locked.has(name) || isUpdated(name))
    .map(([name, image]) => {
      const before = locked.get(name);
      return [name, { wanted: image, ...(before && { locked: before }) }] as const;
    });
  const unused = isPartial ? [] : [...locked.keys()].filter((name) => !wanted.has(name)).sort();
  const left = new Set([...asked.map(([name]) => name), ...unused]);
  return {
    asked: new Map(asked),
    kept: new Map([...locked].filter(([name]) => !left.has(name))),
    unused,
  };
}
