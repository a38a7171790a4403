import { defineRule } from '@fleetc/diagnostics';

/** FLC6918: a file cannot be replaced by its sealed version, or changed meanwhile. */
export const fileNotReplaced = defineRule<{ file: string; reason: string }>({
  code: 'FLC6918',
  name: 'file-not-replaced',
  severity: 'error',
  title: 'A file cannot be replaced by its sealed version',
  message: ({ file, reason }) => `cannot write "${file}": ${reason}`,
  why: 'the file is as it was: it is replaced as a whole or not at all',
  fix: 'see that the file and its folder can be written and that nobody else writes to them, then seal again',
  source: 'docs/cli.md',
});
