import type { Schema } from '../schema/schema.ts';
import { type Cursor, findCursor } from '../text/find-cursor.ts';
import { suggestKeys } from './suggest-keys.ts';
import { suggestValues } from './suggest-values.ts';
import type { Suggestion } from './suggestion.ts';

/** What could be written at an offset, and which part of the text it replaces. */
export interface Completion {
  readonly start: number;
  readonly end: number;
  readonly suggestions: readonly Suggestion[];
}

/** Completes a key, a value or a name, whether the text around is whole or half written. */
export function complete(root: Schema, text: string, offset: number): Completion | undefined {
  const cursor = findCursor(text, offset);
  if (!cursor) return undefined;
  const { start, end, map, holder } = cursor;
  const values = holder ? suggestValues(root, holder) : [];
  const keys = map ? suggestKeys(root, map) : [];
  const suggestions = [...values, ...keys].map((one) => adapt(one, cursor, text));
  return { start, end, suggestions };
}

/** Leaves out of a text what stands around the cursor already. */
function adapt(suggestion: Suggestion, { end, isQuoted, hasColon }: Cursor, text: string) {
  const { kind, label } = suggestion;
  if (isQuoted) return { ...suggestion, text: label };
  if (kind === 'value' || !suggestion.text.includes(':')) return suggestion;
  if (hasColon) return { ...suggestion, text: suggestion.text.replace(/:(?: \S*)?$/, '') };
  return text[end] === ' ' ? { ...suggestion, text: suggestion.text.trimEnd() } : suggestion;
}
