/** A text that replaces a part of another. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
