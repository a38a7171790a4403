import type { CompletionItem, CompletionItemKind, Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../completion/complete.ts';
import type { Suggestion } from '../completion/suggestion.ts';
import type { Schema } from '../schema/schema.ts';

/** The suggestions at a position in the words of the protocol. */
export function answerCompletion(
  schema: Schema,
  document: TextDocument,
  position: Position,
): CompletionItem[] {
  const completion = complete(schema, document.getText(), document.offsetAt(position));
  if (!completion) return [];
  const { start, end, suggestions } = completion;
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  return suggestions.map((suggestion, index) => ({
    label: suggestion.label,
    kind: kinds[suggestion.kind],
    ...(suggestion.detail !== '' && { detail: suggestion.detail }),
    ...(suggestion.documentation !== '' && {
      documentation: { kind: 'markdown', value: suggestion.documentation },
    }),
    sortText: toSortText(suggestion, index),
    textEdit: { range, newText: suggestion.text },
  }));
}

const kinds: Readonly<Record<Suggestion['kind'], CompletionItemKind>> = {
  key: 10,
  value: 12,
  name: 18,
};

// Editors sort by text.
function toSortText({ rank }: Suggestion, index: number): string {
  return `${rank}${String(index).padStart(4, '0')}`;
}
