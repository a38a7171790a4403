import { defineRule } from '@fleetc/diagnostics';

interface SharedFile {
  readonly file: string;
  readonly one: string;
  readonly other: string;
}

export const sopsFileShared = defineRule<SharedFile>({
  code: 'FLC5125',
  name: 'sops-file-shared',
  severity: 'error',
  title: 'Environments with different recipients share one file of SOPS',
  message: ({ file, one, other }) =>
    `environments "${one}" and "${other}" name different recipients and share the SOPS file "${file}"`,
  label: () => 'other recipients',
  why: 'a file is encrypted for one list of recipients, so sealing for one environment would take it from the other, or let the other read it',
  fix: ({ other }) =>
    `give environment "${other}" a folder of its own, by "secrets: { sops: { folder: secrets/${other} } }" in its override`,
  source: 'https://getsops.io/docs/',
});
