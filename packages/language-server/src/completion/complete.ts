import { referenceAt } from '../names/named-blocks.ts';
import type { Schema } from '../schema/schema.ts';
import { type Cursor, findCursor } from '../text/find-cursor.ts';
import { findEntry, type OutlineNode, pathOf } from '../text/outline.ts';
import { suggestExampleKeys, suggestExamples } from './suggest-examples.ts';
import { escapeText } from '../snippets/placeholders.ts';
import { suggestKeys } from './suggest-keys.ts';
import { suggestSnippets, suggestStarter } from './suggest-snippets.ts';
import { suggestValues } from './suggest-values.ts';
import type { Suggestion } from './suggestion.ts';

/** What could be written at an offset, and which part of the text it replaces. */
export interface Completion {
  readonly start: number;
  readonly end: number;
  readonly suggestions: readonly Suggestion[];
}

/** What completion draws from besides the text. */
export interface CompletionSources {
  readonly root: Schema;
  /** A whole fleet.yaml to start from. */
  readonly starter: string;
}

/** Completes a key, a value or a name, whether the text around is whole or half written. */
export function complete(
  { root, starter }: CompletionSources,
  text: string,
  offset: number,
): Completion | undefined {
  const cursor = findCursor(text, offset);
  if (!cursor) return undefined;
  const { start, end, map, holder, hasColon } = cursor;
  const values = holder ? suggestValuesOrExamples(root, holder) : [];
  const keys = map ? [...suggestKeys(root, map), ...suggestExampleKeys(root, map)] : [];
  const snippets = map && !hasColon ? suggestSnippets(root, map) : [];
  const words = [...values, ...keys].map((one) => adapt(one, cursor, text));
  const starters = isBlank(text, cursor) ? [suggestStarter(starter)] : [];
  return { start, end, suggestions: [...starters, ...words, ...snippets] };
}

function suggestValuesOrExamples(root: Schema, holder: OutlineNode): Suggestion[] {
  const values = suggestValues(root, holder);
  return values.length > 0 || canRefer(holder) ? values : suggestExamples(root, holder);
}

/** Whether a name belongs here, and there are some; a list may hold all of them already. */
function canRefer(holder: OutlineNode): boolean {
  const place = referenceAt(pathOf(holder));
  let top = holder;
  while (top.parent) top = top.parent;
  return place !== undefined && findEntry(top, place.block) !== undefined;
}

/** Whether nothing stands in a text but what is being completed; comments do not count. */
function isBlank(text: string, { start, end }: Cursor): boolean {
  const others = text.slice(0, start) + text.slice(end);
  return others.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line));
}

/** Leaves out of a text what stands around the cursor already. */
function adapt(suggestion: Suggestion, { end, isQuoted, hasColon }: Cursor, text: string) {
  const { kind, label } = suggestion;
  if (isQuoted) return { ...suggestion, text: kind === 'example' ? escapeText(label) : label };
  if (kind === 'value' || kind === 'example' || !suggestion.text.includes(':')) return suggestion;
  if (hasColon) return { ...suggestion, text: suggestion.text.replace(/:(?: \S*)?$/, '') };
  // Where nothing but a bracket follows, the blank belongs to what is typed next.
  const isFollowed = /^ +[^\s\]},]/.test(text.slice(end, text.indexOf('\n', end) + 1 || undefined));
  return isFollowed ? { ...suggestion, text: suggestion.text.trimEnd() } : suggestion;
}
