import type { CST } from 'yaml';

/** A text with the places of its lines. */
export interface Lines {
  readonly text: string;
  readonly all: readonly string[];
  /** The line of an offset, counted from 0. */
  readonly lineOf: (offset: number) => number;
  /** Characters between the start of the line and an offset. */
  readonly columnOf: (offset: number) => number;
}

/** Comments without their indentation; an empty text is a blank line. */
export type Notes = string[];

/** A map or a list that is written in lines of its own. */
export interface Block {
  readonly kind: 'map' | 'seq';
  readonly column: number;
  readonly entries: readonly Entry[];
  /** What stands above the first entry and belongs to the block as a whole. */
  readonly head: Notes;
  /** What stands below the last entry. */
  readonly tail: Notes;
}

/** A key with its value, or an item of a list. */
export interface Entry {
  readonly item: CST.CollectionItem;
  /** The key, where it is a plain or quoted word. */
  readonly word?: string;
  readonly column: number;
  /** First and last line, without those of the block below. */
  readonly first: number;
  readonly last: number;
  readonly below?: Block;
  readonly lead: Notes;
}

/** A whole text: what stands before the root and behind it stays as it is. */
export interface Layout {
  readonly lines: Lines;
  readonly prologue: readonly string[];
  readonly root: Block;
  readonly epilogue: readonly string[];
}
