import { defineRule } from '@fleetc/diagnostics';

/** FLC6913: a file that `fleetc seal` has to look at cannot be read. */
export const sealingFileUnreadable = defineRule<{ what: string; file: string; reason: string }>({
  code: 'FLC6913',
  name: 'sealing-file-unreadable',
  severity: 'error',
  title: 'A file that sealing needs cannot be read',
  message: ({ what, file, reason }) => `cannot read ${what} "${file}": ${reason}`,
  why: 'nothing is sealed, and nothing was changed',
  fix: 'check the name and the permissions; --cert counts from the working directory, secrets.sealing.certificate from the folder of the fleet.yaml',
  source: 'docs/cli.md',
});
