import {
  createConnection,
  type Logger,
  type ProtocolConnection,
} from 'vscode-languageserver/lib/common/api.js';
import type { ServerHost } from './host.ts';
import { serve } from './serve.ts';

/** Opens the way to the editor; what goes wrong on it is told to the logger. */
export type Connect = (logger: Logger) => ProtocolConnection;

/**
 * Serves one editor until it says `exit` or goes away. The code is 0 when it said `shutdown` first, as the protocol wants
 * it.
 */
export function runServer(connect: Connect, host: ServerHost): Promise<0 | 1> {
  return new Promise((resolve) => {
    const watchDog = { shutdownReceived: false, initialize() {}, exit: () => finish() };
    const finish = () => {
      stop();
      resolve(watchDog.shutdownReceived ? 0 : 1);
    };
    const connection = createConnection((logger) => {
      const protocol = connect(logger);
      protocol.onClose(finish);
      return protocol;
    }, watchDog);
    const stop = serve(connection, host);
  });
}
