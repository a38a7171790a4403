import type { Command } from '../command.ts';

type Loader = () => Promise<{ readonly run: Command }>;

// Each command is a chunk of its own, so that none pays for what another one loads.
const loaders: Readonly<Record<string, Loader>> = {
  init: () => import('./init.command.ts'),
  build: () => import('./build.command.ts'),
  check: () => import('./check.command.ts'),
  fmt: () => import('./fmt.command.ts'),
  diff: () => import('./diff.command.ts'),
  explain: () => import('./explain.command.ts'),
  schema: () => import('./schema.command.ts'),
  images: () => import('./images.command.ts'),
  lock: () => import('./lock.command.ts'),
  capacity: () => import('./capacity.command.ts'),
  graph: () => import('./graph.command.ts'),
  labels: () => import('./labels.command.ts'),
  secrets: () => import('./secrets.command.ts'),
  seal: () => import('./seal.command.ts'),
  lsp: () => import('./lsp.command.ts'),
  completion: () => import('./completion.command.ts'),
  help: () => import('./help.command.ts'),
};

/** The code of a command of the table. */
export async function loadCommand(name: string): Promise<Command> {
  const load = loaders[name];
  if (!load) throw new Error(`command "${name}" has no code`);
  return (await load()).run;
}
