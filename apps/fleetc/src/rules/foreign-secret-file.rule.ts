import { defineRule } from '@fleetc/diagnostics';

/** FLC6919: what stands where the SOPS file belongs was not encrypted by SOPS. */
export const foreignSecretFile = defineRule<{ file: string }>({
  code: 'FLC6919',
  name: 'foreign-secret-file',
  severity: 'error',
  title: 'A file that SOPS did not encrypt stands where a SOPS file belongs',
  message: ({ file }) => `"${file}" is no SOPS file, and it is not overwritten`,
  why: 'it may be the only copy of something',
  fix: ({ file }) => `move "${file}" away, or name another one in secret.from.sops.file`,
  source: 'https://getsops.io/docs/',
});
