import type { Command } from '../measure/run-process.ts';

/** Another program that gets the same objects out. */
export interface Peer {
  readonly name: string;
  /** Its version as it says itself; `undefined` where it is not installed. */
  version(): string | undefined;
  /** Writes its input for these objects into an empty folder, and tells how to start it. */
  prepare(objects: readonly object[], folder: string): Command;
  /** Above so many objects it would take hours. */
  readonly most: number;
}
