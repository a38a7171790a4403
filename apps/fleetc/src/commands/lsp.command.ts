import { runServer } from '@fleetc/language-server';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node.js';
import type { Command } from '../command.ts';
import { serverHost } from '../lsp/server-host.ts';
import { toWritable } from '../lsp/to-writable.ts';

/** Serves the editor at the other end of the standard streams until it is done. */
export const run: Command = async (_invocation, { stdin, stdout }) => {
  const code = await runServer((logger) => {
    const reader = new StreamMessageReader(stdin);
    return createProtocolConnection(reader, new StreamMessageWriter(toWritable(stdout)), logger);
  }, serverHost);
  // An editor may leave its end open, which would keep the process.
  stdin.destroy();
  return code;
};
