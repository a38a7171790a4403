import Module, { createRequire } from 'node:module';
import { join } from 'node:path';

type Load = (request: string, ...rest: readonly unknown[]) => unknown;

// What `require` calls; an editor puts itself before it the same way.
const name = '_load';

/** What an editor calls of an extension. */
export interface Extension {
  activate(context: object): Promise<void>;
  deactivate(): Promise<void>;
}

/** Loads an unpacked extension as an editor does: by `require`, with a module `vscode` that only the editor has. */
export function loadExtension(folder: string, vscode: object): Extension {
  const require = createRequire(join(folder, 'package.json'));
  const { main } = require('./package.json') as { readonly main: string };
  // Each editor has the extension to itself.
  delete require.cache[require.resolve(main)];
  const loader = Module as unknown as Record<string, Load>;
  const load = loader[name]!;
  loader[name] = (request, ...rest) =>
    request === 'vscode' ? vscode : load.call(Module, request, ...rest);
  try {
    return require(main) as Extension;
  } finally {
    loader[name] = load;
  }
}
