import type { Span } from '@fleetc/diagnostics';

/** A text with its place. */
export interface Placed {
  readonly text: string;
  readonly span: Span;
}

/** What a job, or several of one matrix, ask for. */
export interface Request {
  /** All of `runs-on`, or the entry of the matrix that it is taken from. */
  readonly span: Span;
  readonly labels: readonly Placed[];
  readonly group?: Placed;
  /** What is only known when the workflow runs, or cannot be right. */
  readonly doubts: readonly Doubt[];
  /** How many jobs of the matrix ask for it. */
  readonly jobs: number;
  /** Whether an `exclude` that is only known when the workflow runs may leave all of them out. */
  readonly mayBeExcluded: boolean;
}

/** Why a part of `runs-on` says nothing: its text where it has one. */
export interface Doubt extends Placed {
  readonly kind: 'expression' | 'empty' | 'form' | 'matrix-size' | 'matrix-empty' | 'absent';
}
