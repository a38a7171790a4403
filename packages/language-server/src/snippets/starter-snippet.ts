import { listNodes, type OutlineNode, pathOf } from '../text/outline.ts';
import { parseOutline } from '../text/parse-outline.ts';
import { escapeText } from './placeholders.ts';

/** What nobody but the user can know of a fleet: its name, whom it works for, how many runners. */
const ownWords = [/^metadata\.name$/, /^scopes\.[^.]+\.[^.]+$/, /^pools\.[^.]+\.replicas$/];

/** A whole file as a snippet, with a tab stop at each word that is the user's own. */
export function starterSnippet(text: string): string {
  let snippet = '';
  let at = 0;
  const owned = [...listNodes(parseOutline(text))].filter(isOwn);
  owned.forEach(({ scalar }, index) => {
    const { start, end } = scalar!;
    const word = escapeText(text.slice(start, end));
    snippet += `${escapeText(text.slice(at, start))}\${${index + 1}:${word}}`;
    at = end;
  });
  return snippet + escapeText(text.slice(at));
}

function isOwn(node: OutlineNode): boolean {
  const path = pathOf(node).join('.');
  return node.scalar !== undefined && ownWords.some((pattern) => pattern.test(path));
}
