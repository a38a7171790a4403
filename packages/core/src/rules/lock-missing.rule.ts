import { defineRule } from '@fleetc/diagnostics';

export const lockMissing = defineRule<{ readonly file: string }>({
  code: 'FLC4953',
  name: 'lock-missing',
  severity: 'error',
  title: 'There is no lock file although one is required',
  message: ({ file }) => `there is no lock file "${file}", and --locked requires one`,
  why: 'without it, two builds of one fleet may run different images',
  fix: 'run "fleetc lock" and put the file under version control, or leave out --locked',
  source: 'docs/cli.md',
});
