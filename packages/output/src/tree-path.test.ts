import { expect, it } from 'vitest';
import { checkTreePaths, describeUnsafePath, foldersAbove } from './tree-path.ts';

it.each([
  'a',
  'a/b/c.yaml',
  '50-runners/runnerdeployment-acme.web.yaml',
  '.hidden',
  'console.yaml',
  'ü/😀',
])('takes %s', (path) => {
  expect(describeUnsafePath(path)).toBeUndefined();
});

it.each([
  ['', 'is empty'],
  ['/etc/passwd', 'is absolute'],
  ['..', 'leaves its folder'],
  ['a/../../b', 'leaves its folder'],
  ['./a', 'leaves its folder'],
  ['a//b', 'has an empty part'],
  ['a/', 'has an empty part'],
  ['C:/a', 'holds a character that some systems cannot store'],
  ['a\\..\\b', 'holds a character that some systems cannot store'],
  ['a\0b', 'holds a character that some systems cannot store'],
  ['a\nb', 'holds a character that some systems cannot store'],
  ['a/b*', 'holds a character that some systems cannot store'],
  ['a./b', 'has a part that ends in a dot or a blank'],
  ['a /b', 'has a part that ends in a dot or a blank'],
  ['con', 'has a part that Windows reserves for a device'],
  ['a/NUL.yaml', 'has a part that Windows reserves for a device'],
  ['com1.tar.gz/b', 'has a part that Windows reserves for a device'],
  ['.fleetc-manifest.json', 'has a part that fleetc keeps for itself'],
  ['a/.Fleetc-Lock', 'has a part that fleetc keeps for itself'],
  ['.fleetc-tmp-1', 'has a part that fleetc keeps for itself'],
])('refuses %j because it %s', (path, reason) => {
  expect(describeUnsafePath(path)).toBe(reason);
});

it('reports two paths that a disk may take for one', () => {
  expect(checkTreePaths(['a/B.yaml', 'a/b.yaml']).map(({ message }) => message)).toEqual([
    '"a/b.yaml" and "a/B.yaml" differ only in letter case',
  ]);
});

it('reports a file that is a folder to another', () => {
  expect(checkTreePaths(['a/b/c', 'a/b', 'd']).map(({ message }) => message)).toEqual([
    '"a/b/c" and "a/b" cannot be a folder and a file at once',
  ]);
});

it('lists the folders above a path from the top', () => {
  expect(foldersAbove('a/b/c.yaml')).toEqual(['a', 'a/b']);
  expect(foldersAbove('c.yaml')).toEqual([]);
});
