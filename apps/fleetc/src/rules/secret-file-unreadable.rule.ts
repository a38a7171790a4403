import { defineRule } from '@fleetc/diagnostics';

/** FLC6902: `fleetc secrets` needs a file that it cannot read. */
export const secretFileUnreadable = defineRule<{ file: string; secret: string; reason: string }>({
  code: 'FLC6902',
  name: 'secret-file-unreadable',
  severity: 'error',
  title: 'A file that holds a secret cannot be read',
  message: ({ file, secret, reason }) =>
    `cannot read file "${file}" for Secret "${secret}": ${reason}`,
  label: () => 'read here',
  why: 'a Secret without its value would replace a working one in the cluster',
  fix: 'check the name, which counts from the folder of the fleet.yaml, and the permissions',
  source: 'docs/cli.md',
});
