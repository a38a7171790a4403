import type { Executable } from 'vscode-languageclient/node.js';

/** What the settings say, and what the extension brings along. */
export interface ServerSettings {
  /** Another program to start; empty for the bundled server. */
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The entry of the bundled server. */
  readonly bundled: string;
  /** The program that runs the extension. */
  readonly runtime: string;
}

/** How the server is started: over its standard streams, which it needs no option for. */
export function chooseServer({ path, environment, bundled, runtime }: ServerSettings): Executable {
  if (path !== '') return { command: path, args: ['lsp'], options: { env: { ...environment } } };
  // The editor is a browser, which has to be told to run as Node.
  const env = { ...environment, ELECTRON_RUN_AS_NODE: '1' };
  return { command: runtime, args: [bundled, 'lsp'], options: { env } };
}
