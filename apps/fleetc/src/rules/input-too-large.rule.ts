import { defineRule } from '@fleetc/diagnostics';

/** FLC1904: the file is larger than any fleet that a person or a program would mean. */
export const inputTooLarge = defineRule<{ file: string; limitMebibytes: number }>({
  code: 'FLC1904',
  name: 'input-too-large',
  severity: 'error',
  title: 'The input is larger than the limit',
  message: ({ file, limitMebibytes }) => `"${file}" is larger than ${limitMebibytes} MiB`,
  why: 'a file of that size is a wrong path far more often than a fleet, and would exhaust the memory',
  fix: 'name the fleet.yaml itself, or split the fleet into several',
  source: 'docs/cli.md',
});
