/** Something that could be written at the cursor. */
export interface Suggestion {
  readonly kind: 'key' | 'value' | 'name' | 'example' | 'snippet';
  readonly label: string;
  /** What it is, in a few words. */
  readonly detail: string;
  readonly documentation: string;
  /** What is written, where it is more than the label; of a snippet and an example, with tab stops. */
  readonly text: string;
  /** Smaller comes first; among equals the order of the list decides. */
  readonly rank: number;
}
