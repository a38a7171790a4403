import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findMeant } from '../fixes/find-meant.ts';
import type { Schema } from '../schema/schema.ts';

/** A fix for each finding on a word that is close to one that is allowed. */
export function answerCodeAction(
  schema: Schema,
  document: TextDocument,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const own = diagnostics.filter(({ source }) => source === 'fleetc');
  return own.flatMap((diagnostic) => {
    const offset = document.offsetAt(diagnostic.range.start);
    const meant = findMeant(schema, document.getText(), offset);
    if (!meant) return [];
    const { start, end, word } = meant;
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    return [
      {
        title: `Change to "${word}"`,
        kind: 'quickfix',
        diagnostics: [diagnostic],
        isPreferred: true,
        edit: { changes: { [document.uri]: [{ range, newText: word }] } },
      },
    ];
  });
}
