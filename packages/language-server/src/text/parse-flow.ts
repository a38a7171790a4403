import { addEntry, addItem, type OutlineNode, type Token } from './outline.ts';
import { isQuote, scanFlowPlain, scanQuoted } from './scan-token.ts';

interface Flow {
  readonly text: string;
  /** Where the brackets have to be closed at the latest. */
  readonly limit: number;
}

/** Reads what stands in brackets from the opening one on, and says where it ends; closed or not. */
export function parseFlow(text: string, start: number, limit: number, node: OutlineNode): number {
  return readCollection({ text, limit }, start, node);
}

function readCollection(flow: Flow, start: number, node: OutlineNode): number {
  const { text, limit } = flow;
  const isMap = text[start] === '{';
  node.kind = isMap ? 'map' : 'list';
  node.isFlow = true;
  let at = skipBlank(flow, start + 1);
  while (at < limit) {
    const character = text[at]!;
    if (character === '}' || character === ']') {
      return character === (isMap ? '}' : ']') ? at + 1 : at;
    }
    const next = character === ',' ? at + 1 : readMember(flow, at, node, isMap);
    at = skipBlank(flow, Math.max(next, at + 1));
  }
  return limit;
}

function readMember(flow: Flow, at: number, node: OutlineNode, isMap: boolean): number {
  if (!isMap) return readValue(flow, at, addItem(node));
  const key = readToken(flow, at);
  const after = skipBlank(flow, key.end);
  const hasColon = flow.text[after] === ':';
  if (!hasColon && key.text === '') return at;
  const entry = addEntry(node, key, !hasColon);
  return hasColon ? readValue(flow, skipBlank(flow, after + 1), entry) : key.end;
}

function readValue(flow: Flow, at: number, node: OutlineNode): number {
  const { text, limit } = flow;
  if (at >= limit || /[,}\]]/.test(text[at]!)) return at;
  if (text[at] === '{' || text[at] === '[') return readCollection(flow, at, node);
  node.kind = 'scalar';
  node.scalar = readToken(flow, at);
  return node.scalar.end;
}

function readToken({ text, limit }: Flow, at: number): Token {
  return isQuote(text[at]) ? scanQuoted(text, at, limit) : scanFlowPlain(text, at, limit);
}

function skipBlank({ text, limit }: Flow, at: number): number {
  const blank = /(?:\s+(?:#.*)?)*/y;
  blank.lastIndex = at;
  blank.test(text);
  return Math.min(blank.lastIndex, limit);
}
