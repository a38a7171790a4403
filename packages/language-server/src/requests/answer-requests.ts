import type { Connection, TextDocumentIdentifier } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checker } from '../check/checker.ts';
import type { Schema } from '../schema/schema.ts';
import { answerCodeAction } from './answer-code-action.ts';
import { answerCompletion } from './answer-completion.ts';
import { answerHover } from './answer-hover.ts';
import {
  answerDefinition,
  answerPrepareRename,
  answerReferences,
  answerRename,
} from './answer-names.ts';
import { answerSymbols } from './answer-symbols.ts';

/** What answers are made from. */
export interface Sources {
  readonly schema: Schema;
  readonly checker: Checker;
  /** The open document of a URI, if it is a fleet. */
  readonly find: (uri: string) => TextDocument | undefined;
}

/** Says for each request of the protocol what answers it. */
export function answerRequests(connection: Connection, { schema, checker, find }: Sources): void {
  /** Answers `null` for a document that is no fleet. */
  function within<P extends { readonly textDocument: TextDocumentIdentifier }, R>(
    answer: (document: TextDocument, params: P) => R,
  ): (params: P) => R | null {
    return (params) => {
      const document = find(params.textDocument.uri);
      return document ? answer(document, params) : null;
    };
  }
  connection.onCompletion(
    within((document, { position }) => answerCompletion(schema, document, position)),
  );
  connection.onHover(
    within((document, { position }) => answerHover(schema, document, position, checker)),
  );
  connection.onDefinition(within((document, { position }) => answerDefinition(document, position)));
  connection.onReferences(
    within((document, { position, context }) =>
      answerReferences(document, position, context.includeDeclaration),
    ),
  );
  connection.onPrepareRename(
    within((document, { position }) => answerPrepareRename(document, position)),
  );
  connection.onRenameRequest(within((document, params) => answerRename(schema, document, params)));
  connection.onDocumentSymbol(within((document) => answerSymbols(document)));
  connection.onCodeAction(
    within((document, { context }) => answerCodeAction(schema, document, context.diagnostics)),
  );
}
