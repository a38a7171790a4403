import {
  type Connection,
  createConnection,
  type ProtocolConnection,
  type Logger,
  TextDocuments,
} from 'vscode-languageserver/lib/common/api.js';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createChecker } from './check/checker.ts';
import { fileNameOf } from './check/file-uri.ts';
import { capabilities } from './capabilities.ts';
import { answerRequests } from './answer-requests.ts';
import type { ServerHost } from './host.ts';
import type { Schema } from './schema/schema.ts';

/** Opens the connection to the editor, which reports what goes wrong on the way to the logger. */
export type Connect = (logger: Logger) => ProtocolConnection;

/**
 * Serves one editor until it says `exit` or goes away; the code is 0 when it said `shutdown` first, as the protocol
 * wants it.
 */
export function runServer(connect: Connect, host: ServerHost): Promise<0 | 1> {
  return new Promise((resolve) => {
    let protocol: ProtocolConnection | undefined;
    let stop = () => {};
    const watchDog = {
      shutdownReceived: false,
      initialize() {},
      exit: () => finish(),
    };
    const finish = () => {
      stop();
      protocol?.dispose();
      protocol = undefined;
      resolve(watchDog.shutdownReceived ? 0 : 1);
    };
    const connection = createConnection((logger) => {
      protocol = connect(logger);
      protocol.onClose(finish);
      return protocol;
    }, watchDog);
    stop = serve(connection, host);
  });
}
