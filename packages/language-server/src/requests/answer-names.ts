import {
  type Location,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver/lib/common/api.js';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findNames, nameAt, type NameUse, usesOf } from '../names/find-names.ts';
import { rename } from '../names/rename.ts';
import type { Schema } from '../schema/schema.ts';

/** Where the name at a position is defined; in the file first, then where overrides patch it. */
export async function answerDefinition(
  document: TextDocument,
  position: Position,
): Promise<Location[]> {
  const { found } = await lookUp(document, position);
  return found.filter(({ isDefinition }) => isDefinition).map((use) => toLocation(document, use));
}

/** Where the name at a position is used. */
export async function answerReferences(
  document: TextDocument,
  position: Position,
  withDefinition: boolean,
): Promise<Location[]> {
  const { found } = await lookUp(document, position);
  return found
    .filter(({ isDefinition }) => withDefinition || !isDefinition)
    .map((use) => toLocation(document, use));
}

/** The name that a rename at a position would change; `null` where none is. */
export async function answerPrepareRename(
  document: TextDocument,
  position: Position,
): Promise<{ range: Range; placeholder: string } | null> {
  const { target } = await lookUp(document, position);
  return target ? { range: toRange(document, target), placeholder: target.name } : null;
}

/** The edits of a rename; a refusal is an error with its reason, which editors show. */
export async function answerRename(
  schema: Schema,
  document: TextDocument,
  { position, newName }: { readonly position: Position; readonly newName: string },
): Promise<WorkspaceEdit | null> {
  const { uses, target } = await lookUp(document, position);
  if (!target) return null;
  const renaming = rename(schema, uses, target, newName);
  if ('problem' in renaming) {
    throw new ResponseError(LSPErrorCodes.RequestFailed, renaming.problem);
  }
  const edits = renaming.edits.map(({ start, end, text }) => {
    return { range: toRange(document, { start, end }), newText: text };
  });
  return { changes: { [document.uri]: edits } };
}

interface LookUp {
  readonly uses: readonly NameUse[];
  readonly target: NameUse | undefined;
  readonly found: readonly NameUse[];
}

async function lookUp(document: TextDocument, position: Position): Promise<LookUp> {
  const offset = document.offsetAt(position);
  const uses = await findNames(document.getText());
  const target = nameAt(uses, offset);
  return { uses, target, found: target ? usesOf(uses, target) : [] };
}

type Span = Pick<NameUse, 'start' | 'end'>;

function toLocation(document: TextDocument, span: Span): Location {
  return { uri: document.uri, range: toRange(document, span) };
}

function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
