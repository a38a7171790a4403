import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { listNodes, type OutlineNode } from '../text/outline.ts';
import { parseOutline } from '../text/parse-outline.ts';

/** The blocks of a fleet, and the entries of each block that names them. */
export function answerSymbols(document: TextDocument): DocumentSymbol[] {
  const root = parseOutline(document.getText());
  return root.children.flatMap((block) => toSymbol(document, block, kinds.block));
}

const kinds = { block: 3, entry: 19 } as const satisfies Record<string, SymbolKind>;

const named: readonly string[] = ['credentials', 'scopes', 'profiles', 'pools', 'environments'];

function toSymbol(document: TextDocument, node: OutlineNode, kind: SymbolKind): DocumentSymbol[] {
  const { key, isBare, step, children } = node;
  // Editors refuse a symbol without a name.
  if (!key || isBare || key.text === '') return [];
  const isNamed = kind === kinds.block && named.includes(String(step));
  const entries = isNamed ? children : [];
  return [
    {
      name: key.text,
      kind,
      range: {
        start: document.positionAt(key.start),
        end: document.positionAt(endOf(node, key.end)),
      },
      selectionRange: {
        start: document.positionAt(key.start),
        end: document.positionAt(key.end),
      },
      children: entries.flatMap((entry) => toSymbol(document, entry, kinds.entry)),
    },
  ];
}

function endOf(node: OutlineNode, keyEnd: number): number {
  let end = node.scalar?.end ?? keyEnd;
  for (const { key, scalar } of listNodes(node)) {
    end = Math.max(end, key?.end ?? 0, scalar?.end ?? 0);
  }
  return end;
}
