import type { ClientCapabilities, CompletionItem, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from './client.ts';

/** What an editor says that can insert snippets. */
export const snippetCapabilities: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [1, 2] } },
    },
  },
};

/** One document with a cursor at its end, changed by typing and by choosing what completion offers. */
export interface Editor {
  readonly uri: string;
  text(): string;
  type(words: string): void;
  /** What is offered at the cursor, in the order of the list. */
  offered(): Promise<readonly CompletionItem[]>;
  /** Chooses an item by its label, and fills its tab stops in their order; the rest keep their own text. */
  choose(label: string, stops?: readonly string[]): Promise<boolean>;
}

/** Opens an empty document. */
export function openEditor(client: Client, uri: string): Editor {
  let text = '';
  client.open(uri, text);
  const write = (next: string) => {
    text = next;
    client.change(uri, text);
  };
  const offered = async () => {
    const { line, character } = TextDocument.create(uri, 'yaml', 0, text).positionAt(text.length);
    const items = (await client.complete(uri, { line, character })) ?? [];
    return items.toSorted((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
  };
  return {
    uri,
    text: () => text,
    type: (words) => write(text + words),
    offered,
    async choose(label, stops = []) {
      const item = (await offered()).find((one) => one.label === label);
      if (!item) return false;
      write(insert(text, item, stops));
      return true;
    },
  };
}

/** The text after an item is chosen at its end, as the protocol says it: lines are indented like the one at the cursor. */
function insert(text: string, item: CompletionItem, stops: readonly string[]): string {
  const { range, newText } = item.textEdit as TextEdit;
  const indent = /^ */.exec(text.slice(text.lastIndexOf('\n') + 1))![0];
  const filled = item.insertTextFormat === 2 ? fill(newText, stops) : newText;
  const lines = item.insertTextMode === 2 ? filled.replaceAll('\n', `\n${indent}`) : filled;
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [{ range, newText: lines }]);
}

/** Fills tab stops: `$1`, `${1:text}` and `${1|one,other|}`. */
function fill(snippet: string, stops: readonly string[]): string {
  const stop = /\\([$}\\])|\$(?:(\d+)|\{(\d+)(?::((?:\\.|[^\\}])*)|\|([^|]*)\|)?\})/g;
  return snippet.replaceAll(stop, (_all, escaped, bare, number, text, choices) => {
    if (escaped !== undefined) return String(escaped);
    const own = String(text ?? choices?.split(',')[0] ?? '').replaceAll(/\\(.)/g, '$1');
    return stops[Number(bare ?? number) - 1] ?? own;
  });
}
