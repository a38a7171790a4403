import { listNodes, type OutlineNode } from './outline.ts';
import { parseOutline } from './parse-outline.ts';

/** Where something is about to be written. */
export interface Cursor {
  /** The word at the cursor, which a completion replaces. */
  readonly start: number;
  readonly end: number;
  /** The map that the word would be a key of; a new item of a list may become one. */
  readonly map: OutlineNode | undefined;
  /** What the word would be the value of; below a key, both can be meant. */
  readonly holder: OutlineNode | undefined;
  readonly isQuoted: boolean;
  /** Whether a colon follows the word already. */
  readonly hasColon: boolean;
}

// A character for private use, which no file has.
const marker = '\ue000';

/** What the cursor stands in; `undefined` in a comment, in a longer text and wherever nothing is to be completed. */
export function findCursor(text: string, offset: number): Cursor | undefined {
  const { start, end } = wordAt(text, offset);
  const outline = parseOutline(text.slice(0, start) + marker + text.slice(end));
  for (const node of listNodes(outline)) {
    const { key, scalar, isBare } = node;
    if (scalar?.text === marker) {
      return { start, end, ...placesOfValue(node), isQuoted: scalar.isQuoted, hasColon: false };
    }
    if (key?.text === marker) {
      return { start, end, ...placesOfKey(node), isQuoted: key.isQuoted, hasColon: !isBare };
    }
  }
  return undefined;
}

type Places = Pick<Cursor, 'map' | 'holder'>;

function placesOfValue(node: OutlineNode): Places {
  const isItem = node.key === undefined && !node.parent?.isFlow;
  return { holder: node, map: isItem ? node : undefined };
}

function placesOfKey({ parent: map, isBare }: OutlineNode): Places {
  const isAlone = isBare && map?.parent !== undefined && map.children.length === 1 && !map.isFlow;
  return { map, holder: isAlone ? map : undefined };
}

/** The word around an offset; the dash of a list and what else only leads up to a word is no part of it. */
function wordAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  let start = offset;
  while (start > 0 && isWord(text[start - 1]!)) start--;
  while (start < offset && /[-./]/.test(text[start]!)) start++;
  let end = offset;
  while (end < text.length && isWord(text[end]!)) end++;
  return { start, end };
}

function isWord(character: string): boolean {
  return /[\w.$/-]/.test(character);
}
