import { defineRule } from '@fleetc/diagnostics';

/** FLC1901: there is no fleet.yaml where one is expected. */
export const inputNotFound = defineRule<{ place: string; looked: string }>({
  code: 'FLC1901',
  name: 'input-not-found',
  severity: 'error',
  title: 'There is no fleet.yaml at the given place',
  message: ({ place }) => `no fleet.yaml found at "${place}"`,
  why: ({ looked }) =>
    looked === ''
      ? 'there is nothing to compile'
      : `looked for fleet.yaml, fleetc.yaml and *.fleet.yaml in ${looked}`,
  fix: 'name the file, or run "fleetc init" to write one',
  source: 'docs/cli.md',
});
