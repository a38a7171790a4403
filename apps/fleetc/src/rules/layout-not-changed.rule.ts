import { defineRule } from '@fleetc/diagnostics';

/** FLC6917: the text around the place of a sealed value cannot be changed without touching more. */
export const layoutNotChanged = defineRule<{ place: string; problem: string }>({
  code: 'FLC6917',
  name: 'layout-not-changed',
  severity: 'error',
  title: 'A fleet.yaml is laid out so that a sealed value cannot be put in',
  message: ({ place, problem }) => `cannot change "${place}" in place: ${problem}`,
  label: () => 'here',
  why: 'fleetc seal keeps every other byte of the file, and refuses where it cannot',
  fix: 'write that part of the file as plain maps, without anchors and short forms, then seal again',
  source: 'docs/cli.md',
});
