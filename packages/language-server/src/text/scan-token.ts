import type { Token } from './outline.ts';

/** A quoted text from its opening quote on; where the closing one is missing, the end of the line stands for it. */
export function scanQuoted(text: string, start: number, limit: number): Token {
  const pattern = text[start] === '"' ? /"(?:[^"\\]|\\[^])*"/y : /'(?:[^']|'')*'/y;
  pattern.lastIndex = start;
  const isClosed = pattern.test(text) && pattern.lastIndex <= limit;
  const end = isClosed ? pattern.lastIndex : lineEnd(text, start, limit);
  const inside = text.slice(start + 1, isClosed ? end - 1 : end);
  return { text: inside, start, end, isQuoted: true };
}

/** A plain text in a block, up to a comment or the end of its line. */
export function scanPlain(text: string, start: number, limit: number): Token {
  return toToken(text, start, plainEnd(text, start, lineEnd(text, start, limit)));
}

/** A plain text inside of brackets, which ends earlier. */
export function scanFlowPlain(text: string, start: number, limit: number): Token {
  const end = plainEnd(text, start, lineEnd(text, start, limit));
  const stop = /[,[\]{}]|:(?=[\s,[\]{}]|$)/.exec(text.slice(start, end));
  return toToken(text, start, stop ? start + stop.index : end);
}

/** A key with the place behind its colon; `undefined` where no colon follows on the line. */
export function scanKey(
  text: string,
  start: number,
): { readonly key: Token; readonly after: number } | undefined {
  const end = lineEnd(text, start, text.length);
  if (isQuote(text[start])) {
    const key = scanQuoted(text, start, end);
    const colon = skipSpaces(text, key.end);
    return isColon(text, colon) ? { key, after: colon + 1 } : undefined;
  }
  const colon = /:(?=\s|$)/.exec(text.slice(start, plainEnd(text, start, end)));
  if (!colon || /[[\]{},]/.test(text[start]!)) return undefined;
  return { key: toToken(text, start, start + colon.index), after: start + colon.index + 1 };
}

/** Whether a character opens a quoted text. */
export function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}

/** The first place from `at` on that is no space. */
export function skipSpaces(text: string, at: number): number {
  let place = at;
  while (text[place] === ' ' || text[place] === '\t') place++;
  return place;
}

/** The end of a line without what ends it. */
export function lineEnd(text: string, at: number, limit: number): number {
  const pattern = /[\r\n]/g;
  pattern.lastIndex = at;
  return Math.min(pattern.exec(text)?.index ?? text.length, limit);
}

/** The start of the line after the one of `at`. */
export function nextLine(text: string, at: number): number {
  const end = lineEnd(text, at, text.length);
  return end + (text.startsWith('\r\n', end) ? 2 : 1);
}

function isColon(text: string, at: number): boolean {
  return text[at] === ':' && /^\s?$/.test(text.charAt(at + 1));
}

function plainEnd(text: string, start: number, end: number): number {
  const comment = /(?:^|\s)#/.exec(text.slice(start, end));
  return comment ? start + comment.index : end;
}

function toToken(text: string, start: number, end: number): Token {
  const said = text.slice(start, end).trimEnd();
  return { text: said, start, end: start + said.length, isQuoted: false };
}
