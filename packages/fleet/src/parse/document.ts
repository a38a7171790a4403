import type { Path, Span } from '@fleetc/diagnostics';
import type { Source } from '../source.ts';

/** A parsed YAML document: its plain value, and the way back from a path to the text. */
export interface Document {
  readonly source: Source;
  readonly value: unknown;
  /**
   * The place of the value at `path`, or of its key. A path that is not in the text falls back to the key of its nearest
   * ancestor, which is where a missing field would be written; a path into the long form of a shorthand is the shorthand.
   */
  readonly span: (path: Path, part?: 'key' | 'value') => Span;
}
