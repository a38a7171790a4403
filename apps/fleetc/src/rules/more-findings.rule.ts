import { defineRule } from '@fleetc/diagnostics';
import { limitTable } from '@fleetc/fleet';

/** FLC1040: a run has more findings than it shows. */
export const moreFindings = defineRule<{ shown: number }>({
  code: 'FLC1040',
  name: 'more-findings',
  severity: 'info',
  title: 'A run has more findings than it shows',
  message: ({ shown }) =>
    `the first ${shown} findings are shown, errors before warnings; there are more`,
  why: 'nobody reads so many, and most of them come from one mistake that many lines share',
  fix: `${limitTable.findings.advice}; to see all of them, set ${limitTable.findings.variable} to a higher number`,
  source: 'docs/limits.md',
});
