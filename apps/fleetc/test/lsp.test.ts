import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import {
  type CodeLens,
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node.js';
import { fleetWithError, fleetWithWarning, plainFleet } from './support/fleets.ts';
import { bin, makeFolder, runFleetc } from './support/run-fleetc.ts';

interface Server {
  readonly connection: ProtocolConnection;
  readonly hello: InitializeResult;
  /** Opens a document and waits for what is found in it, by the document of each finding. */
  diagnose(file: string, text: string): Promise<ReadonlyMap<string, Diagnostic[]>>;
  /** The exit code and what was written to standard error. */
  readonly end: Promise<readonly [number | null, string]>;
  hangUp(): void;
}

async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, [bin, 'lsp'], { env: { PATH: process.env['PATH'] } });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const end = new Promise<readonly [number | null, string]>((resolve) =>
    child.on('close', (code) => resolve([code, stderr])),
  );
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const parameters = { processId: process.pid, rootUri: null, capabilities: {} };
  const hello = await connection.sendRequest<InitializeResult>('initialize', parameters);
  await connection.sendNotification('initialized', {});
  return { connection, hello, end, diagnose, hangUp: () => child.stdin.end() };

  async function diagnose(file: string, text: string) {
    const uri = pathToFileURL(file).href;
    const found = new Map<string, Diagnostic[]>();
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    return new Promise<ReadonlyMap<string, Diagnostic[]>>((resolve) => {
      connection.onNotification('textDocument/publishDiagnostics', (params) => {
        const publication = params as PublishDiagnosticsParams;
        found.set(publication.uri, publication.diagnostics);
        if (publication.uri === uri) resolve(found);
      });
      void connection.sendNotification('textDocument/didOpen', { textDocument });
    });
  }
}

interface JsonPoint {
  readonly line: number;
  readonly column: number;
}

interface JsonFinding {
  readonly file: string | null;
  readonly code: string;
  readonly message: string;
  readonly start: JsonPoint;
  readonly end: JsonPoint;
  readonly related: readonly { readonly text: string; readonly start: JsonPoint }[];
}

const toPosition = ({ line, column }: JsonPoint) => ({ line: line - 1, character: column - 1 });

/** What `fleetc check` says, in the words of the protocol. */
function check(folder: string, file: string) {
  const { stdout } = runFleetc(folder, ['check', file, '--format', 'json']);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly JsonFinding[] };
  return diagnostics.map(({ file, code, message, start, end, related }) => ({
    file,
    code,
    message,
    range: { start: toPosition(start), end: toPosition(end) },
    related: related.map(({ text, start }) => ({ text, start: toPosition(start) })),
  }));
}

function toComparable(found: ReadonlyMap<string, Diagnostic[]>) {
  return [...found].flatMap(([uri, diagnostics]) =>
    diagnostics.map(({ code, message, range, relatedInformation = [] }) => ({
      file: decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)),
      code,
      message: message.split('\n')[0],
      range,
      related: relatedInformation.map(({ location, message }) => ({
        text: message,
        start: location.range.start,
      })),
    })),
  );
}

it('finds what fleetc check finds, at the same places', async () => {
  const wide = fleetWithError.replace(
    'name: acme',
    'name: acme, annotations: { a: "😀ü" }, naem: x',
  );
  const files = {
    'plain.fleet.yaml': plainFleet,
    'warning.fleet.yaml': fleetWithWarning,
    'broken.fleet.yaml': fleetWithError,
    'wide ü.fleet.yaml': wide.replaceAll('\n', '\r\n'),
    'cut.fleet.yaml': plainFleet.slice(0, -20),
    'locked.fleet.yaml': plainFleet,
    'locked.fleet.lock.yaml': 'version: 1\nimages: none\n',
  };
  const folder = makeFolder(files);
  const server = await startServer();
  let findings = 0;
  for (const [name, text] of Object.entries(files)) {
    if (name.endsWith('.lock.yaml')) continue;
    const found = toComparable(await server.diagnose(join(folder, name), text));
    expect(found).toEqual(check(folder, name));
    findings += found.length;
  }
  expect(findings).toBeGreaterThan(5);
  await server.connection.sendRequest('shutdown');
  await server.connection.sendNotification('exit');
  expect(await server.end).toEqual([0, '']);
});

it('completes from the schema that fleetc schema prints, and says which version it is', async () => {
  const folder = makeFolder();
  const server = await startServer();
  const version = runFleetc(folder, ['--version']).stdout.trim();
  expect(`${server.hello.serverInfo!.name} ${server.hello.serverInfo!.version}`).toBe(version);
  const file = join(folder, 'fleet.yaml');
  await server.diagnose(file, 'outputs:\n  - target: \n');
  const items = await server.connection.sendRequest<{ label: string }[]>(
    'textDocument/completion',
    {
      textDocument: { uri: pathToFileURL(file).href },
      position: { line: 1, character: 12 },
    },
  );
  expect(items.map(({ label }) => label)).toContain('flux');
  server.hangUp();
  expect(await server.end).toEqual([1, '']);
});

it('begins an empty document with what fleetc init writes, and shows what its pool becomes', async () => {
  const folder = makeFolder();
  const server = await startServer();
  const file = join(folder, 'fleet.yaml');
  const uri = pathToFileURL(file).href;
  await server.diagnose(file, '');
  const items = await server.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
    textDocument: { uri },
    position: { line: 0, character: 0 },
  });
  const text = items.find(({ label }) => label === 'fleet')!.textEdit!.newText;
  runFleetc(folder, ['init']);
  const [modeline, ...lines] = readFileSync(file, 'utf8').split('\n');
  expect(modeline).toContain('yaml-language-server');
  expect(text.split('\n')).toEqual(lines.slice(1));
  await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  expect([...(await server.diagnose(file, text)).values()]).toEqual([[]]);
  const [lens] = await server.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
    textDocument: { uri },
  });
  expect(lens!.command!.title).toBe('RunnerDeployment runners-small · 2 runners · up to 1 cpu');
  const shown = await server.connection.sendRequest<{ text: string }>(
    'fleetc/manifests',
    lens!.command!.arguments![0],
  );
  expect(shown.text).toContain('kind: RunnerDeployment\n');
  server.hangUp();
  await server.end;
});

it('carries the protocol in its own chunk alone', () => {
  const file = new URL('../dist/metafile.json', import.meta.url);
  const { outputs } = JSON.parse(readFileSync(file, 'utf8')) as {
    outputs: Record<string, { readonly inputs: object }>;
  };
  const users = Object.entries(outputs).filter(([, { inputs }]) =>
    Object.keys(inputs).some((input) => input.includes('/vscode-')),
  );
  expect(users.map(([name]) => name)).toEqual(['dist/commands/lsp.command.mjs']);
});
