import { defineRule } from '@fleetc/diagnostics';

/** FLC6915: the file already says that the Secret comes from somewhere else. */
export const secretOfOtherSource = defineRule<{ user: string; source: string; wanted: string }>({
  code: 'FLC6915',
  name: 'secret-of-other-source',
  severity: 'error',
  title: 'A Secret that is to be sealed comes from another source',
  message: ({ user, source, wanted }) =>
    `the Secret of ${user} comes from "${source}", so its value cannot be kept in "${wanted}"`,
  label: () => 'the source',
  why: 'a Secret has one source, and fleetc does not take away what the file says',
  fix: ({ wanted }) => `put "${wanted}: {}" in its place, then seal again`,
  source: 'docs/reference.md',
});
