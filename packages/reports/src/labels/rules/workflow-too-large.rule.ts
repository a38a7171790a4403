import { defineRule } from '@fleetc/diagnostics';

/** FLC4225: a workflow file is larger than any that a person or a program would mean. */
export const workflowTooLarge = defineRule<{ file: string; limitKibibytes: number }>({
  code: 'FLC4225',
  name: 'workflow-too-large',
  severity: 'error',
  title: 'A workflow file is larger than the limit',
  message: ({ file, limitKibibytes }) => `"${file}" is larger than ${limitKibibytes} KiB`,
  why: 'a file of that size is no workflow that somebody wrote, and would take long to read',
  fix: 'take it out of the folder, or split it',
  source: 'docs/cli.md',
});
