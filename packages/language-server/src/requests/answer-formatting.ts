import { formatFleet } from '@fleetc/fleet';
import type { TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { smallestEdit } from '../text/smallest-edit.ts';

/** The layout of `fleetc fmt` as one edit, with the line ends that the document has; none for a text that is no YAML. */
export async function answerFormatting(document: TextDocument): Promise<TextEdit[]> {
  const text = document.getText();
  const { value: formatted } = await formatFleet({ path: '', text });
  if (formatted === undefined) return [];
  const after = text.includes('\r\n') ? formatted.replaceAll('\n', '\r\n') : formatted;
  const edit = smallestEdit(text, after);
  if (!edit) return [];
  const range = { start: document.positionAt(edit.start), end: document.positionAt(edit.end) };
  return [{ range, newText: edit.text }];
}
