import type { Diagnostic } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';
import { compile } from '../compile.ts';

/** What is found in an example with environments and files beside it. */
export async function compileEnvironments(
  blocks: string,
  files: Readonly<Record<string, string>>,
): Promise<readonly Diagnostic[]> {
  const readFile = (path: string) =>
    files[path] === undefined
      ? { failure: 'no such file or folder', isMissing: true }
      : { text: files[path] };
  const source = { path: 'fleet.yaml', text: exampleFleet(blocks) };
  return (await compile(source, { readFile })).diagnostics;
}
