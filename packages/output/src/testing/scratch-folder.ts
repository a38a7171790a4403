import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that is gone when the test is. */
export function createScratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fleetc-output-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Puts a file somewhere, folders included. */
export function putFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** All files below a folder with their text, and its folders as paths that end in a slash, in order. */
export function readFolder(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true }).map((entry) =>
    join(entry.parentPath, entry.name),
  );
  const entries = paths.map((path): [string, string] => {
    const name = relative(root, path).replaceAll('\\', '/');
    return statSync(path).isDirectory() ? [`${name}/`, ''] : [name, readFileSync(path, 'utf8')];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a folder holds that has one tree and nothing else, without the manifest. */
export function expectedFolder(tree: ReadonlyMap<string, string>): Record<string, string> {
  const folders = [...tree.keys()].flatMap((path) => {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, index): [string, string] => [
      `${parts.slice(0, index + 1).join('/')}/`,
      '',
    ]);
  });
  const entries = [...folders, ...tree];
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
