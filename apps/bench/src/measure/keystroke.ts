import { spawn } from 'node:child_process';
import process from 'node:process';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node.js';
import { fleetc } from './fleetc.ts';

const uri = 'file:///fleet.yaml';
const strokes = 15;

/**
 * Milliseconds from a keystroke in the middle of a fleet file to its findings, over the protocol as an editor sees it: the
 * median of several, each of which changes a number of some pool.
 */
export async function measureKeystroke(text: string): Promise<number> {
  const server = spawn(process.execPath, [fleetc, 'lsp'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  const document = { uri, languageId: 'yaml', version: 1, text };
  await answer(connection, 'textDocument/didOpen', { textDocument: document });
  const taken: number[] = [];
  const place = findNumber(text);
  for (let stroke = 1; stroke <= strokes; stroke += 1) {
    const change = { range: place, text: String(1 + (stroke % 9)) };
    const textDocument = { uri, version: 1 + stroke };
    const start = performance.now();
    const params = { textDocument, contentChanges: [change] };
    await answer(connection, 'textDocument/didChange', params);
    taken.push(performance.now() - start);
  }
  connection.dispose();
  server.kill();
  return taken.sort((a, b) => a - b)[Math.floor(strokes / 2)]!;
}

/** Sends a notification and waits for the findings that follow it. */
async function answer(
  connection: MessageConnection,
  method: string,
  params: object,
): Promise<void> {
  const published = new Promise<void>((resolve) => {
    const listener = connection.onNotification('textDocument/publishDiagnostics', () => {
      listener.dispose();
      resolve();
    });
  });
  await connection.sendNotification(method, params);
  await published;
}

/** The one digit after the `replicas: ` that is nearest to the middle. */
function findNumber(text: string) {
  const offset = text.indexOf('replicas: ', text.length / 2) + 'replicas: '.length;
  const before = text.slice(0, offset).split('\n');
  const start = { line: before.length - 1, character: before.at(-1)!.length };
  return { start, end: { line: start.line, character: start.character + 1 } };
}
