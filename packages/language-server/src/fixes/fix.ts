import type { Compilation } from '@fleetc/core';
import type { Schema } from '../schema/schema.ts';
import type { Edit } from '../text/edit.ts';

/** A finding in a text, with what a fix may look at. */
export interface Problem {
  readonly code: string;
  /** Where the finding begins. */
  readonly offset: number;
  readonly text: string;
  readonly schema: Schema;
  /** What the compiler makes of the text, for a fix that has to know; `undefined` when it failed. */
  readonly compile: () => Promise<Compilation | undefined>;
}

/** A change that a person may choose: a list of edits, and what they do in a few words. */
export interface Proposal {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** One way to mend findings. Nothing that a proposal holds may repeat a secret of the text. */
export interface Fix {
  /** The findings that it mends; every one when absent. */
  readonly codes?: readonly string[];
  readonly propose: (problem: Problem) => Proposal | undefined | Promise<Proposal | undefined>;
}
