import type { Step } from './step.ts';

/** One place in which two values differ. */
export interface Difference {
  readonly path: readonly Step[];
  /** Absent where the place was added. */
  readonly before?: unknown;
  /** Absent where it was removed. */
  readonly after?: unknown;
  /** The same items in another order. */
  readonly isOrder?: true;
  /** A secret may stand there: that it changed is all that may be told. */
  readonly isHidden?: true;
}
