import { defineRule } from '@fleetc/diagnostics';

/** FLC6902: a value is in a file, or comes from standard input, and cannot be read. */
export const secretFileUnreadable = defineRule<{
  origin: string;
  secret: string;
  reason: string;
  /** What the name of the file counts from. */
  folder: string;
}>({
  code: 'FLC6902',
  name: 'secret-file-unreadable',
  severity: 'error',
  title: 'A file that holds a secret cannot be read',
  message: ({ origin, secret, reason }) =>
    `cannot read ${origin} for Secret "${secret}": ${reason}`,
  label: () => 'read here',
  why: 'a Secret without its value would replace a working one in the cluster',
  fix: ({ origin, folder }) =>
    origin === 'standard input'
      ? 'pipe in the value alone, as text'
      : `check the permissions and the name, which counts from ${folder}`,
  source: 'docs/cli.md',
});
