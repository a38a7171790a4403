import { defineRule } from '@fleetc/diagnostics';
import { limitTable } from '@fleetc/fleet';

/** FLC1904: the file is larger than any fleet that a person or a program would mean. */
export const inputTooLarge = defineRule<{ file: string; limitMebibytes: number }>({
  code: 'FLC1904',
  name: 'input-too-large',
  severity: 'error',
  title: 'The input is larger than the limit',
  message: ({ file, limitMebibytes }) => `"${file}" is larger than ${limitMebibytes} MiB`,
  why: 'a file of that size is a wrong path far more often than a fleet, and would exhaust the memory',
  fix: `${limitTable.mebibytes.advice}; if all of it is meant, set ${limitTable.mebibytes.variable} to a higher number`,
  source: 'docs/limits.md',
});
