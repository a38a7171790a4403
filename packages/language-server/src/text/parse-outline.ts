import { addEntry, addItem, createOutline, type OutlineNode } from './outline.ts';
import { parseFlow } from './parse-flow.ts';
import {
  isQuote,
  lineEnd,
  nextLine,
  scanKey,
  scanPlain,
  scanQuoted,
  skipSpaces,
} from './scan-token.ts';

/**
 * Reads the maps and lists of a YAML text by its indentation, line by line. Never fails: what is half written, which a
 * parser refuses, is where an editor is asked for help.
 */
export function parseOutline(text: string): OutlineNode {
  const root = createOutline();
  const reader: Reader = { text, open: [{ node: root, indent: -1 }] };
  let at = 0;
  while (at < text.length) at = readLine(reader, at);
  return root;
}

/** A map or a list that further lines may continue, with the column at which its members start. */
interface Collection {
  readonly node: OutlineNode;
  readonly indent: number;
}

interface Reader {
  readonly text: string;
  readonly open: Collection[];
}

function readLine(reader: Reader, start: number): number {
  const { text } = reader;
  if (/^(?:---|\.\.\.|%)/.test(text.slice(start, start + 3))) return nextLine(text, start);
  let at = skipSpaces(text, start);
  let item: OutlineNode | undefined;
  let indent = at - start;
  while (isDash(text, at)) {
    indent = at - start;
    item = addItem(enter(reader, 'list', indent));
    at = skipSpaces(text, at + 1);
  }
  if (at >= lineEnd(text, at, text.length) || text[at] === '#') return nextLine(text, start);
  const found = scanKey(text, at);
  if (found) {
    const column = at - start;
    const entry = addEntry(enter(reader, 'map', column), found.key);
    return readValue(reader, found.after, entry, column);
  }
  return item ? readValue(reader, at, item, indent) : readWord(reader, at, indent);
}

/** A line with neither dash nor colon: a key without its colon, a value on a line of its own, or more of a text. */
function readWord(reader: Reader, at: number, indent: number): number {
  const { text } = reader;
  const owner = findOwner(reader, indent);
  if (owner?.kind === 'scalar') return nextLine(text, at);
  if (/[{["'&!|>*]/.test(text[at]!)) {
    return owner ? readValue(reader, at, owner, indent - 1) : nextLine(text, at);
  }
  const word = scanPlain(text, at, text.length);
  addEntry(enter(reader, 'map', indent), word, true);
  return nextLine(text, at);
}

/** What a line at this indentation would be the value of. */
function findOwner({ open }: Reader, indent: number): OutlineNode | undefined {
  const above = open.findLast((collection) => collection.indent < indent)!;
  return above.indent < 0 ? undefined : above.node.children.at(-1);
}

/** The map or list at a column; it is opened where there is none. */
function enter({ open }: Reader, kind: 'map' | 'list', indent: number): OutlineNode {
  for (;;) {
    const { node, indent: column } = open.at(-1)!;
    if (column === indent && node.kind === kind) return node;
    // The items of a list may stand at the column of the key that they belong to.
    const isInside = column < indent || (column === indent && kind === 'list');
    if (isInside) break;
    open.pop();
  }
  const { node: above, indent: column } = open.at(-1)!;
  const node = column < 0 ? above : above.children.at(-1)!;
  node.kind = kind;
  open.push({ node, indent });
  return node;
}

function readValue(reader: Reader, start: number, node: OutlineNode, indent: number): number {
  const { text } = reader;
  const at = skipProperties(text, start);
  const character = text[at];
  if (at >= lineEnd(text, at, text.length) || character === '#') return nextLine(text, at);
  if (character === '{' || character === '[') {
    const limit = findLimit(text, at, indent);
    const end = parseFlow(text, at, limit, node);
    return end < limit ? nextLine(text, end) : limit;
  }
  node.kind = 'scalar';
  if (character === '|' || character === '>') return skipBlock(text, at, indent);
  const limit = isQuote(character) ? findLimit(text, at, indent) : text.length;
  node.scalar = isQuote(character) ? scanQuoted(text, at, limit) : scanPlain(text, at, limit);
  return nextLine(text, node.scalar.end);
}

function skipProperties(text: string, start: number): number {
  const pattern = /[ \t]*(?:[&!][^\s,[\]{}]*[ \t]+)*(?:[&!][^\s,[\]{}]*(?=[\r\n]|$))?/y;
  pattern.lastIndex = start;
  pattern.test(text);
  return pattern.lastIndex;
}

/** Brackets and quotes that nobody closed end before the next line that cannot be inside of them. */
function findLimit(text: string, start: number, indent: number): number {
  for (let at = nextLine(text, start); at < text.length; at = nextLine(text, at)) {
    const content = skipSpaces(text, at);
    if (content - at <= indent && !/[\s#}\]]/.test(text[content] ?? '\n')) return at;
  }
  return text.length;
}

function skipBlock(text: string, start: number, indent: number): number {
  let at = nextLine(text, start);
  while (at < text.length) {
    const content = skipSpaces(text, at);
    if (content - at <= indent && content < lineEnd(text, at, text.length)) break;
    at = nextLine(text, at);
  }
  return at;
}

function isDash(text: string, at: number): boolean {
  return text[at] === '-' && /^\s?$/.test(text.charAt(at + 1));
}
