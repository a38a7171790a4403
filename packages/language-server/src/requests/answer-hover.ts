import type { Hover, Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checker } from '../check/checker.ts';
import { hover } from '../hover/hover.ts';
import type { Schema } from '../schema/schema.ts';

/** What is known of the word at a position; `null` where nothing is. */
export async function answerHover(
  schema: Schema,
  document: TextDocument,
  position: Position,
  { check }: Pick<Checker, 'check'>,
): Promise<Hover | null> {
  const text = document.getText();
  const offset = document.offsetAt(position);
  const compilation = (await check(document))?.compilation;
  const found = hover(schema, text, offset, compilation);
  if (!found) return null;
  const { start, end, markdown } = found;
  return {
    contents: { kind: 'markdown', value: markdown },
    range: { start: document.positionAt(start), end: document.positionAt(end) },
  };
}
