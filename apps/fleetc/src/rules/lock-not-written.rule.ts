import { defineRule } from '@fleetc/diagnostics';

/** FLC6943: the lock file cannot be replaced. */
export const lockNotWritten = defineRule<{ file: string; reason: string }>({
  code: 'FLC6943',
  name: 'lock-not-written',
  severity: 'error',
  title: 'The lock file cannot be written',
  message: ({ file, reason }) => `cannot write "${file}": ${reason}`,
  why: 'the lock is as it was: it is replaced as a whole or not at all',
  fix: 'see that the file and its folder can be written, then run "fleetc lock" again',
  source: 'docs/cli.md',
});
