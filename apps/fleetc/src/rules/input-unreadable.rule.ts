import { defineRule } from '@fleetc/diagnostics';

/** FLC1902: the operating system refuses to hand out the file. */
export const inputUnreadable = defineRule<{ file: string; reason: string }>({
  code: 'FLC1902',
  name: 'input-unreadable',
  severity: 'error',
  title: 'The input cannot be read',
  message: ({ file, reason }) => `cannot read "${file}": ${reason}`,
  why: 'nothing can be said about a text that cannot be read',
  fix: 'check the name and the permissions of the file and of the folders above it',
  source: 'docs/cli.md',
});
