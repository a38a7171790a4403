import { defineRule } from '@fleetc/diagnostics';

const source = 'packages/output/README.md';

/** FLC6011: somebody else's file stands where one of the tree belongs. */
export const foreignFile = defineRule<{ path: string }>({
  code: 'FLC6011',
  name: 'foreign-file',
  severity: 'error',
  title: 'A file that fleetc did not write is in the way',
  message: ({ path }) => `"${path}" exists and was not written by fleetc`,
  why: 'fleetc replaces and deletes only what it wrote itself',
  fix: 'move it away, choose another folder with --out, or replace it with --force',
  source,
});

/** FLC6012: a file of ours no longer holds what was written. */
export const editedFile = defineRule<{ path: string }>({
  code: 'FLC6012',
  name: 'edited-file',
  severity: 'error',
  title: 'A generated file was edited by hand',
  message: ({ path }) => `"${path}" was changed since fleetc wrote it`,
  why: 'a build would lose the change; line endings that Git converts count as one',
  fix: 'move the change into fleet.yaml, then drop it here with --force',
  source,
});

/** FLC6013: a path that is no place below the output folder on every system. */
export const unsafePath = defineRule<{ path: string; reason: string }>({
  code: 'FLC6013',
  name: 'unsafe-path',
  severity: 'error',
  title: 'A file cannot be stored under its name',
  message: ({ path, reason }) => `the output path ${JSON.stringify(path)} ${reason}`,
  why: 'a tree has to be the same on every system, and stay inside its folder',
  fix: 'rename what the file is named after in fleet.yaml',
  source,
});

/** FLC6014: two paths of one tree that cannot exist side by side. */
export const collidingPaths = defineRule<{ path: string; other: string; reason: string }>({
  code: 'FLC6014',
  name: 'colliding-paths',
  severity: 'error',
  title: 'Two files of the output exclude each other',
  message: ({ path, other, reason }) => `"${path}" and "${other}" ${reason}`,
  why: 'one of the two would be lost',
  fix: 'rename one of the two things that the files are named after in fleet.yaml',
  source,
});

/** FLC6015: a symbolic link, device, socket or pipe at or above a path of the tree. */
export const linkInOutput = defineRule<{ path: string; what: string }>({
  code: 'FLC6015',
  name: 'link-in-output',
  severity: 'error',
  title: 'A link or a special file is in the way',
  message: ({ path, what }) => `"${path}" is a ${what}`,
  why: 'writing through it would change something outside of the output folder',
  fix: 'remove it, or put what it points to in its place; an output folder can also be named directly',
  source,
});

/** FLC6016: a folder stands where a file belongs. */
export const folderInTheWay = defineRule<{ path: string }>({
  code: 'FLC6016',
  name: 'folder-in-the-way',
  severity: 'error',
  title: 'A folder stands where a file belongs',
  message: ({ path }) => `"${path}" is a folder, and a file has to be written there`,
  why: 'fleetc does not remove folders that hold files of others',
  fix: 'move the folder away, or choose another folder with --out',
  source,
});

/** FLC6017: a file stands where a folder belongs, the output folder itself included. */
export const fileInTheWay = defineRule<{ path: string }>({
  code: 'FLC6017',
  name: 'file-in-the-way',
  severity: 'error',
  title: 'A file stands where a folder belongs',
  message: ({ path }) => `a file stands where a folder is needed, at or above "${path}"`,
  why: 'fleetc does not replace a file by a folder',
  fix: 'move the file away, or choose another folder with --out',
  source,
});

/** FLC6018: a manifest that cannot be trusted. */
export const brokenManifest = defineRule<{ path: string; reason: string; isConflict: boolean }>({
  code: 'FLC6018',
  name: 'broken-manifest',
  severity: 'error',
  title: 'The record of written files is damaged',
  message: ({ path, reason }) => `"${path}" ${reason}`,
  why: 'without it nobody knows which files fleetc may replace or delete',
  fix: ({ path, isConflict }) =>
    isConflict
      ? `take one side, as with "git checkout --ours -- ${path}", and build again`
      : 'restore it from version control; or start anew with --force, which replaces files but deletes none',
  source,
});

/** FLC6019: a manifest in a format of the future. */
export const newerManifest = defineRule<{ path: string; version: number }>({
  code: 'FLC6019',
  name: 'newer-manifest',
  severity: 'error',
  title: 'A newer fleetc wrote this folder',
  message: ({ path, version }) =>
    `"${path}" has format version ${version}, and this fleetc knows 1`,
  why: 'an older fleetc cannot tell which files the newer one owns',
  fix: 'use the newer fleetc, or choose another folder with --out',
  source,
});

/** FLC6020: a tree of another fleet lies in the folder. */
export const otherOwner = defineRule<{ path: string; owner: string; other: string }>({
  code: 'FLC6020',
  name: 'other-owner',
  severity: 'error',
  title: 'The folder holds the output of another fleet',
  message: ({ path, owner, other }) =>
    `"${path}" holds what was built from the fleet "${other}", not from "${owner}"`,
  why: 'a build deletes what it no longer writes, so each of two fleets would delete the other',
  fix: 'choose another folder with --out or under "outputs"; if the fleet was renamed, build with --force once',
  source,
});
