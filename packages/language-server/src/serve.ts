import {
  type ClientCapabilities,
  type Connection,
  type ServerCapabilities,
  TextDocuments,
} from 'vscode-languageserver/lib/common/api.js';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createChecker } from './check/checker.ts';
import { fileNameOf } from './check/file-uri.ts';
import type { ServerHost } from './host.ts';
import { answerRequests } from './requests/answer-requests.ts';
import type { Schema } from './schema/schema.ts';

/** Answers everything that an editor asks over a connection; the result ends what is still to be done. */
export function serve(connection: Connection, host: ServerHost): () => void {
  const documents = new TextDocuments(TextDocument);
  const isFleet = ({ uri }: TextDocument) => host.isFleetFile(fileNameOf(uri));
  const checker = createChecker(host, {
    publish: (uri, diagnostics, version) =>
      void connection.sendDiagnostics({
        uri,
        diagnostics,
        ...(version !== undefined && { version }),
      }),
    fault: (error) => connection.console.error(`fleetc: ${String(error)}`),
  });
  let client: ClientCapabilities = {};
  connection.onInitialize((params) => {
    client = params.capabilities;
    return { serverInfo: { name: 'fleetc', version: host.version }, capabilities };
  });
  documents.onDidChangeContent(({ document }) => {
    if (isFleet(document)) checker.schedule(document);
  });
  // What is saved may be the lock file or another one that a fleet refers to.
  documents.onDidSave(() => documents.all().filter(isFleet).forEach(checker.renew));
  documents.onDidClose(({ document }) => {
    if (isFleet(document)) checker.forget(document);
  });
  answerRequests(connection, {
    schema: JSON.parse(host.schema) as Schema,
    starter: withoutModeline(host.starterFleet),
    client: () => client,
    checker,
    find(uri) {
      const document = documents.get(uri);
      return document && isFleet(document) ? document : undefined;
    },
  });
  documents.listen(connection);
  connection.listen();
  return checker.dispose;
}

const capabilities: ServerCapabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: 2, save: true },
  completionProvider: { triggerCharacters: [' '] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  codeActionProvider: { codeActionKinds: ['quickfix'] },
  codeLensProvider: {},
  documentFormattingProvider: true,
};

// It names a schema beside the file, which only `fleetc init` writes.
function withoutModeline(starter: string): string {
  return starter.replace(/^# yaml-language-server: .*\n(?:#\n)?/, '');
}
