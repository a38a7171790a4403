import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node.js';

/** A position of the protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** What the server reports of a text. */
export interface Diagnostic {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly message: string;
  readonly severity: number;
}

/** What the server offers at a cursor. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: number;
  readonly insertText: string;
  readonly documentation?: string | { readonly value: string };
}

/** An editor in front of the real yaml-language-server. */
export interface YamlServer {
  /** Opens a text under a new address, and answers with what the server reports. */
  diagnose(uri: string, text: string): Promise<readonly Diagnostic[]>;
  complete(uri: string, text: string, position: Position): Promise<readonly CompletionItem[]>;
  /** Markdown, or nothing. */
  hover(uri: string, text: string, position: Position): Promise<string>;
  stop(): Promise<void>;
}

/** Which programs run: those of this repository, or another release of either. */
export interface Programs {
  readonly node?: string;
  readonly server?: string;
}

const bundled = createRequire(import.meta.url).resolve(
  'yaml-language-server/bin/yaml-language-server',
);

/** Starts a server that takes its schemas from one catalogue, as editors take them from SchemaStore. */
export async function startYamlServer(
  catalog: string,
  programs: Programs = {},
): Promise<YamlServer> {
  const { node = process.execPath, server = bundled } = programs;
  // A proxy of the machine has no part in this: the catalogue is on the machine.
  const env = { PATH: process.env['PATH'] };
  const child = spawn(node, [server, '--stdio'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published = listen(connection);
  await shakeHands(connection, catalog);
  return createEditor(connection, published, child);
}

/** Hands every publication to whoever waits for that document. */
function listen(
  connection: MessageConnection,
): Map<string, (found: readonly Diagnostic[]) => void> {
  const waiting = new Map<string, (found: readonly Diagnostic[]) => void>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: readonly Diagnostic[] }) =>
      waiting.get(uri)?.(diagnostics),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  return waiting;
}

async function shakeHands(connection: MessageConnection, url: string): Promise<void> {
  const yaml = {
    validate: true,
    hover: true,
    completion: true,
    schemaStore: { enable: true, url },
    kubernetesCRDStore: { enable: false },
  };
  connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
    items.map(({ section }) => (section === 'yaml' ? yaml : null)),
  );
  const capabilities = {
    workspace: { configuration: true },
    textDocument: {
      hover: { contentFormat: ['markdown'] },
      completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    },
  };
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
  });
  const ready = new Promise<void>((resolve) =>
    connection.onNotification('yaml/schema/store/initialized', () => resolve()),
  );
  await connection.sendNotification('yaml/supportSchemaSelection', {});
  await connection.sendNotification('initialized', {});
  await ready;
}

function createEditor(
  connection: MessageConnection,
  waiting: Map<string, (found: readonly Diagnostic[]) => void>,
  child: ChildProcess,
): YamlServer {
  const open = (uri: string, text: string) =>
    connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
  const ask = async <R>(method: string, uri: string, text: string, position: Position) => {
    await open(uri, text);
    const textDocument = { uri };
    return connection.sendRequest<R>(`textDocument/${method}`, { textDocument, position });
  };
  return {
    async diagnose(uri, text) {
      const found = new Promise<readonly Diagnostic[]>((resolve) => waiting.set(uri, resolve));
      await open(uri, text);
      return found;
    },
    async complete(uri, text, position) {
      const list = await ask<{ items: CompletionItem[] }>('completion', uri, text, position);
      return list.items;
    },
    async hover(uri, text, position) {
      const hover = await ask<{ contents: { value: string } } | null>('hover', uri, text, position);
      return hover?.contents.value ?? '';
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended;
      connection.dispose();
    },
  };
}
