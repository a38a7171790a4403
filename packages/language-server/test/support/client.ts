import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node.js';
import { runServer, type ServerHost } from '../../src/index.ts';

const file = join(import.meta.dirname, '../../../../schemas/fleet.schema.json');
export const schemaText = readFileSync(file, 'utf8');

/** Stands for what `fleetc init` writes, which the command line hands in. */
export const starterFleet = `# yaml-language-server: $schema=./fleet.schema.json
#
# A fleet.
apiVersion: fleetc.dev/v1
kind: Fleet
metadata:
  name: runners
`;

/** An editor with one server behind it, over the real protocol. */
export interface Client {
  readonly connection: ProtocolConnection;
  readonly server: InitializeResult;
  /** Every publication of diagnostics so far. */
  readonly published: readonly PublishDiagnosticsParams[];
  /** How the server ended. */
  readonly code: Promise<0 | 1>;
  open(uri: string, text: string): void;
  /** Replaces the whole text, and says which version it is. */
  change(uri: string, text: string): number;
  /** The diagnostics of the newest text. */
  diagnose(uri: string): Promise<readonly Diagnostic[]>;
  complete(uri: string, position: Position): Promise<readonly CompletionItem[]>;
  hover(uri: string, position: Position): Promise<Hover | null>;
  /** Any other request about a position. */
  ask<R>(method: string, uri: string, position: Position, more?: object): Promise<R>;
  stop(): Promise<0 | 1>;
}

/** Starts a server in this process, joined to a client by two streams. */
export async function startClient(
  host: Partial<ServerHost> = {},
  capabilities: ClientCapabilities = {},
): Promise<Client> {
  const up = new PassThrough();
  const down = new PassThrough();
  const code = runServer(
    (logger) =>
      createProtocolConnection(new StreamMessageReader(up), new StreamMessageWriter(down), logger),
    {
      version: '0.0.0',
      schema: schemaText,
      starterFleet,
      isFleetFile: (name) => name.endsWith('fleet.yaml'),
      readFileOf: () => undefined,
      delay: 0,
      ...host,
    },
  );
  const connection = createProtocolConnection(
    new StreamMessageReader(down),
    new StreamMessageWriter(up),
  );
  return createClient(connection, code, capabilities);
}

/** Shakes hands over a connection that is there. */
export async function createClient(
  connection: ProtocolConnection,
  code: Promise<0 | 1>,
  capabilities: ClientCapabilities = {},
): Promise<Client> {
  const published: PublishDiagnosticsParams[] = [];
  const versions = new Map<string, number>();
  let wake: (() => void) | undefined;
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    published.push(params as PublishDiagnosticsParams);
    wake?.();
  });
  connection.listen();
  const parameters = { processId: null, rootUri: null, capabilities };
  const server = await connection.sendRequest<InitializeResult>('initialize', parameters);
  await connection.sendNotification('initialized', {});
  const send = (method: string, params: object) => void connection.sendNotification(method, params);
  return {
    connection,
    server,
    published,
    code,
    open(uri, text) {
      versions.set(uri, 1);
      const textDocument = { uri, languageId: 'yaml', version: 1, text };
      send('textDocument/didOpen', { textDocument });
    },
    change(uri, text) {
      const version = versions.get(uri)! + 1;
      versions.set(uri, version);
      const textDocument = { uri, version };
      send('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
      return version;
    },
    async diagnose(uri) {
      for (;;) {
        const newest = published.findLast((one) => one.uri === uri);
        if (newest?.version === versions.get(uri)) return newest!.diagnostics;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    complete: (uri, position) =>
      connection.sendRequest('textDocument/completion', at(uri, position)),
    ask: (method, uri, position, more = {}) =>
      connection.sendRequest(`textDocument/${method}`, { ...at(uri, position), ...more }),
    hover: (uri, position) => connection.sendRequest('textDocument/hover', at(uri, position)),
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return code;
    },
  };
}

function at(uri: string, position: Position): object {
  return { textDocument: { uri }, position };
}
