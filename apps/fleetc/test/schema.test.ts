import { lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

const source = new URL('../../../schemas/fleet.schema.json', import.meta.url);
const schema = readFileSync(source, 'utf8');

const list = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name !== '.git')
    .sort();

it('prints the schema, with and without a dash for the file', () => {
  const folder = makeFolder();
  expect(runFleetc(folder, ['schema'])).toEqual({ code: 0, stdout: schema, stderr: '' });
  expect(runFleetc(folder, ['schema', '--out', '-']).stdout).toBe(schema);
  expect(list(folder)).toEqual([]);
});

it('writes the schema into a file, whose folder it makes, and says so', () => {
  const folder = makeFolder();
  expect(runFleetc(folder, ['schema', '--out', 'a/b/fleet.schema.json'])).toEqual({
    code: 0,
    stdout: '',
    stderr: 'wrote a/b/fleet.schema.json\n',
  });
  expect(readFileSync(join(folder, 'a/b/fleet.schema.json'), 'utf8')).toBe(schema);
  expect(list(join(folder, 'a/b'))).toEqual(['fleet.schema.json']);
});

it('replaces an older schema, behind a link too', () => {
  const folder = makeFolder({ 'old.json': '{}' });
  symlinkSync('old.json', join(folder, 'link.json'));
  expect(runFleetc(folder, ['schema', '-o', 'link.json']).code).toBe(0);
  expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'old.json'), 'utf8')).toBe(schema);
  expect(list(folder)).toEqual(['link.json', 'old.json']);
});

it('says why a file cannot be written, and leaves nothing behind', () => {
  const folder = makeFolder({ 'plain.txt': 'a file' });
  mkdirSync(join(folder, 'folder'));
  const intoFolder = runFleetc(folder, ['schema', '--out', 'folder']);
  expect(intoFolder).toMatchObject({ code: 4, stdout: '' });
  expect(intoFolder.stderr).toMatch(/^fleetc: cannot write "folder": /);
  const belowFile = runFleetc(folder, ['schema', '--out', 'plain.txt/x.json']);
  expect(belowFile).toMatchObject({ code: 4, stdout: '' });
  expect(belowFile.stderr).toMatch(/^fleetc: cannot write "plain\.txt\/x\.json": /);
  expect(list(folder)).toEqual(['folder', 'plain.txt']);
});

it('refuses an operand and an empty file name as wrong usage', () => {
  const folder = makeFolder();
  expect(runFleetc(folder, ['schema', 'fleet.yaml']).code).toBe(2);
  expect(runFleetc(folder, ['schema', '--out', '']).code).toBe(2);
});
