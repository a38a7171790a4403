import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const entries = ['dist/main.mjs', 'dist/commands/lsp.command.mjs'];

/**
 * Copies from a built command line what its language server may load, and nothing of the other commands.
 *
 * @throws {Error} where the command line is not built
 */
export function copyServer(from, to) {
  if (!existsSync(join(from, 'metafile.json'))) {
    throw new Error('the command line is not built: run "npm run build" at the root first');
  }
  const { outputs } = JSON.parse(readFileSync(join(from, 'metafile.json'), 'utf8'));
  rmSync(to, { recursive: true, force: true });
  for (const output of listLoaded(outputs)) {
    const name = output.slice('dist/'.length);
    cpSync(join(from, name), join(to, name));
  }
}

/** The outputs that the entries import, at once or later. */
export function listLoaded(outputs) {
  const found = new Set(entries);
  // A set hands out what is added to it meanwhile.
  for (const output of found) {
    for (const { path } of outputs[output].imports) if (path in outputs) found.add(path);
  }
  return [...found];
}
