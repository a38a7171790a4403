import type {
  ClientCapabilities,
  CompletionItem,
  CompletionItemKind,
  Position,
  Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { complete, type CompletionSources } from '../completion/complete.ts';
import type { Suggestion } from '../completion/suggestion.ts';
import { toPlainText } from '../snippets/placeholders.ts';

/** The suggestions at a position in the words of the protocol. */
export function answerCompletion(
  sources: CompletionSources,
  document: TextDocument,
  { position, client }: { readonly position: Position; readonly client: ClientCapabilities },
): CompletionItem[] {
  const completion = complete(sources, document.getText(), document.offsetAt(position));
  if (!completion) return [];
  const { start, end, suggestions } = completion;
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  const hasSnippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;
  return suggestions.map((suggestion, index) => ({
    label: suggestion.label,
    kind: kinds[suggestion.kind],
    ...(suggestion.detail !== '' && { detail: suggestion.detail }),
    ...(suggestion.documentation !== '' && {
      documentation: { kind: 'markdown', value: suggestion.documentation },
    }),
    sortText: toSortText(suggestion, index),
    ...(suggestion.kind === 'snippet' || suggestion.kind === 'example'
      ? toInsertion(suggestion.text, range, hasSnippets)
      : { textEdit: { range, newText: suggestion.text } }),
  }));
}

/** A text of several lines, which the editor indents as the line at the cursor is. */
function toInsertion(snippet: string, range: Range, hasSnippets: boolean): Partial<CompletionItem> {
  const newText = hasSnippets ? snippet : toPlainText(snippet);
  return {
    insertTextFormat: hasSnippets ? 2 : 1,
    insertTextMode: 2,
    textEdit: { range, newText },
  };
}

const kinds: Readonly<Record<Suggestion['kind'], CompletionItemKind>> = {
  key: 10,
  value: 12,
  name: 18,
  example: 12,
  snippet: 15,
};

// Editors sort by text.
function toSortText({ rank }: Suggestion, index: number): string {
  return `${rank}${String(index).padStart(4, '0')}`;
}
