import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const tools = join(import.meta.dirname, '../../../.cache/tools');

/** A program of the conformance tests, the newest where there are several, or else one on the path. */
export function findTool(name: string): string | undefined {
  const folders = existsSync(tools) ? readdirSync(tools) : [];
  const own = folders
    .filter((folder) => folder.startsWith(`${name}-v`))
    .sort()
    .reverse()
    .map((folder) => join(tools, folder, name));
  const installed = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name));
  return [...own, ...installed].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
