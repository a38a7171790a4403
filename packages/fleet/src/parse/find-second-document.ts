import type { Range } from './span-index.ts';

/** Where the second document of a text with several begins: its `---`, or its first word behind a `...`. */
export function findSecondDocument(text: string): Range {
  const start = /^(?:[ \t]*(?:#.*)?\r?\n|%.*\r?\n)*---(?=\s|$)/.exec(text)?.[0].length ?? 0;
  const marker = /^(?:---|\.\.\.)(?=\s|$)/gm;
  marker.lastIndex = start;
  const found = marker.exec(text);
  if (found?.[0] !== '...') return toRange(found?.index ?? 0, '---');
  const word = /(?:\s|#.*)*(\S+)/y;
  word.lastIndex = marker.lastIndex;
  const first = word.exec(text)?.[1] ?? '';
  return toRange(word.lastIndex - first.length, first);
}

function toRange(start: number, word: string): Range {
  return { start, end: start + word.length };
}
