import type { Check } from './check-text.ts';
import type { Base } from './part/check-part.ts';

type Checking = Promise<Check | undefined>;

/** What is known of one open document. */
export interface Entry {
  timer?: NodeJS.Timeout;
  /** The whole check of a version. */
  checked?: { readonly version: number; readonly check: Checking };
  /** The last whole check that found a fleet, where its parts can be checked by themselves. */
  base?: Base | undefined;
  /** Whether the whole check of the newest text is still to come. */
  isDue: boolean;
  /** Who waits for it. */
  waiting: ((check: Checking) => void)[];
  /** Milliseconds that the last whole check took. */
  cost: number;
  /** The documents that hold published findings. */
  published: readonly string[];
}

/** A document of which nothing is known. */
export function createEntry(): Entry {
  return { isDue: false, waiting: [], cost: 0, published: [] };
}

/** Those who wait for the whole check, which is not due any more. */
export function takeWaiting(entry: Entry): Entry['waiting'] {
  const { waiting } = entry;
  entry.waiting = [];
  entry.isDue = false;
  return waiting;
}

/** Lets nobody wait for a document that is gone. */
export function stopWaiting(entry: Entry): void {
  for (const proceed of takeWaiting(entry)) proceed(Promise.resolve(undefined));
}
