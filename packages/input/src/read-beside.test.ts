import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readBeside } from './read-beside.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'fleetc-beside-')));
const folder = join(root, 'fleet');
mkdirSync(join(folder, 'secrets'), { recursive: true });
writeFileSync(join(folder, 'secrets/a.sops.yaml'), 'kind: Secret\n');
writeFileSync(join(folder, 'latin.yaml'), Buffer.from('a\nb: \xe9\n', 'latin1'));
writeFileSync(join(folder, 'full.yaml'), 'x'.repeat(1024 * 1024));
writeFileSync(join(folder, 'large.yaml'), 'x'.repeat(1024 * 1024 + 1));
writeFileSync(join(root, 'outside.yaml'), 'not to be read');
mkdirSync(join(root, 'fleet-other'));
writeFileSync(join(root, 'fleet-other/near.yaml'), 'not to be read');

afterAll(() => rmSync(root, { recursive: true }));

const read = readBeside(folder);
const outside = { failure: 'it is outside of the folder of the fleet file' };

it('reads a text below the folder', () => {
  expect(read('secrets/a.sops.yaml')).toEqual({ text: 'kind: Secret\n' });
  expect(read('./secrets/a.sops.yaml')).toEqual({ text: 'kind: Secret\n' });
});

it.each([
  '../outside.yaml',
  'secrets/../../outside.yaml',
  'secrets/../secrets/a.sops.yaml',
  join(root, 'outside.yaml'),
  join(folder, 'secrets/a.sops.yaml'),
  'a\0b',
])('refuses a path that could lead out: %j', (path) => {
  expect(read(path)).toEqual(outside);
});

it.skipIf(process.platform === 'win32')('counts links as what they lead to', () => {
  symlinkSync('secrets/a.sops.yaml', join(folder, 'inside.yaml'));
  symlinkSync('../outside.yaml', join(folder, 'file.yaml'));
  symlinkSync('..', join(folder, 'up'));
  symlinkSync('../fleet-other', join(folder, 'near'));
  expect(read('inside.yaml')).toEqual({ text: 'kind: Secret\n' });
  for (const path of ['file.yaml', 'up/outside.yaml', 'near/near.yaml']) {
    expect(read(path)).toEqual(outside);
  }
});

it.skipIf(process.platform === 'win32')('reads through a folder that is a link itself', () => {
  symlinkSync('fleet', join(root, 'linked'));
  expect(readBeside(join(root, 'linked'))('secrets/a.sops.yaml')).toEqual({
    text: 'kind: Secret\n',
  });
});

it.each([
  ['secrets', 'it is no regular file'],
  ['secrets/a.sops.yaml/b', 'a part of the path is no folder'],
  ['latin.yaml', 'it is not UTF-8 text (line 2)'],
  ['large.yaml', 'it is larger than 1 MiB'],
])('says why %s cannot be read', (path, failure) => {
  expect(read(path)).toEqual({ failure });
});

it('tells a file that does not exist from one that cannot be read', () => {
  const missing = { failure: 'no such file or folder', isMissing: true };
  expect(read('no-such.yaml')).toEqual(missing);
  expect(read('no-such/folder.yaml')).toEqual(missing);
});

it('reads a file of exactly the limit', () => {
  expect(read('full.yaml')).toHaveProperty('text');
});
