import { defineRule } from '@fleetc/diagnostics';

const unfinished =
  'every file holds either its old or its new content; the next build writes the rest';
const source = 'packages/output/README.md';

/** FLC6001: ENOSPC, EDQUOT. */
export const diskFull = defineRule<{ path: string }>({
  code: 'FLC6001',
  name: 'disk-full',
  severity: 'error',
  title: 'The disk is full',
  message: ({ path }) => `no space is left on the disk to write "${path}"`,
  why: unfinished,
  fix: 'free some space, or choose a folder on another disk with --out, and build again',
  source,
});

/** FLC6002: EACCES, EPERM. */
export const permissionDenied = defineRule<{ path: string }>({
  code: 'FLC6002',
  name: 'permission-denied',
  severity: 'error',
  title: 'The system denies access to the output',
  message: ({ path }) => `permission is denied at "${path}"`,
  why: unfinished,
  fix: 'change its owner or its mode, or choose another folder with --out',
  source,
});

/** FLC6003: EROFS. */
export const readOnlyDisk = defineRule<{ path: string }>({
  code: 'FLC6003',
  name: 'read-only-disk',
  severity: 'error',
  title: 'The disk cannot be written to',
  message: ({ path }) => `"${path}" is on a disk that is mounted read-only`,
  why: 'nothing was written',
  fix: 'choose a folder on another disk with --out',
  source,
});

/** FLC6004: ENAMETOOLONG. */
export const nameTooLong = defineRule<{ path: string }>({
  code: 'FLC6004',
  name: 'name-too-long',
  severity: 'error',
  title: 'A file name is too long for the disk',
  message: ({ path }) => `the disk cannot store a name as long as "${path}"`,
  why: 'most disks end a name at 255 bytes and a path at 4096',
  fix: 'choose a shorter folder with --out, or a shorter name in fleet.yaml',
  source,
});

/** FLC6005: any other refusal of the system. */
export const diskError = defineRule<{ path: string; systemCode: string }>({
  code: 'FLC6005',
  name: 'disk-error',
  severity: 'error',
  title: 'The system cannot read or write the output',
  message: ({ path, systemCode }) => `the system reports ${systemCode} at "${path}"`,
  why: unfinished,
  fix: 'see what the code means on your system, and build again',
  source,
});

/** FLC6006: two builds into one folder at once. */
export const outputLocked = defineRule<{ path: string; owner: string }>({
  code: 'FLC6006',
  name: 'output-locked',
  severity: 'error',
  title: 'Another build writes to this folder',
  message: ({ path, owner }) => `${owner} holds "${path}"`,
  why: 'two builds into one folder would leave a mixture of both',
  fix: ({ path }) => `wait until it has ended; if no build runs, remove "${path}"`,
  source,
});
