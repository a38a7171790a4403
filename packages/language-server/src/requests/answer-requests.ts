import type { ClientCapabilities, Connection, TextDocumentIdentifier } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checker } from '../check/checker.ts';
import type { Schema } from '../schema/schema.ts';
import { answerCodeAction } from './answer-code-action.ts';
import { answerCodeLens } from './answer-code-lens.ts';
import { answerCompletion } from './answer-completion.ts';
import { answerFormatting } from './answer-formatting.ts';
import { answerHover } from './answer-hover.ts';
import { answerManifests, manifestsMethod, type ManifestsParams } from './answer-manifests.ts';
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
  /** The text of a whole fleet.yaml to start from. */
  readonly starter: string;
  readonly checker: Checker;
  /** What the editor is able to do, as it said when it began. */
  readonly client: () => ClientCapabilities;
  /** The open document of a URI, if it is a fleet. */
  readonly find: (uri: string) => TextDocument | undefined;
}

/** Says for each request of the protocol what answers it. */
export function answerRequests(connection: Connection, sources: Sources): void {
  const { schema, starter, checker, find, client } = sources;
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
    within((document, { position }) =>
      answerCompletion({ root: schema, starter }, document, { position, client: client() }),
    ),
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
    within((document, { context: { diagnostics } }) =>
      answerCodeAction(schema, document, { diagnostics, checker }),
    ),
  );
  connection.onDocumentFormatting(within((document) => answerFormatting(document)));
  connection.onCodeLens(within((document) => answerCodeLens(document, checker)));
  connection.onRequest(manifestsMethod, (params: ManifestsParams) => {
    const document = find(params.uri);
    return document ? answerManifests(document, params, checker) : null;
  });
}
