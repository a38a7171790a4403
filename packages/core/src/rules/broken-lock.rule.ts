import { defineRule } from '@fleetc/diagnostics';

export const brokenLock = defineRule<{ readonly problem: string }>({
  code: 'FLC4951',
  name: 'broken-lock',
  severity: 'error',
  title: 'The lock file cannot be used',
  message: ({ problem }) => `the lock file cannot be used: ${problem}`,
  why: 'without it, tags would be pulled as they stand at that moment, and nobody would notice',
  fix: 'mend the marked place, or delete the file and run "fleetc lock"',
  source: 'docs/cli.md',
});
