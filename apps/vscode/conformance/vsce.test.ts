import { unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listFiles } from '../pack/list-files.mjs';
import { packVsix } from '../pack/pack-vsix.mjs';
import { makeFolder } from '../test/support/unpack.ts';
import { findVsce } from './find-vsce.ts';

it('packs what vsce packs from the same files', async (context) => {
  const vsce = findVsce(context);
  const files = await listFiles();
  const folder = makeFolder(Object.fromEntries(files));
  const file = join(makeFolder({}), 'reference.vsix');
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--out', file];
  execFileSync(process.execPath, [vsce, ...args], { cwd: folder, stdio: 'pipe' });
  const theirs = unzipSync(new Uint8Array(readFileSync(file)));
  const ours = unzipSync(packVsix(files));
  expect(Object.keys(ours).sort()).toEqual(Object.keys(theirs).sort());
  for (const path of Object.keys(theirs)) {
    const [left, right] = [ours, theirs].map((all) => [path, read(path, all[path]!)]);
    expect(left).toEqual(right);
  }
});

/** A file in the form in which it is compared: the elements of XML, texts and bytes as they are. */
function read(path: string, bytes: Uint8Array): unknown {
  const text = Buffer.from(bytes).toString();
  if (!/\.(?:xml|vsixmanifest)$/.test(path)) return text;
  return [...text.matchAll(/<[^>]+>|[^<>]+/g)]
    .map(([part]) => part.replace(/\s*\/>$/, '/>').trim())
    .filter(Boolean);
}
