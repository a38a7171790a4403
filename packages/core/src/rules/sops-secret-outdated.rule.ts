import { defineRule } from '@fleetc/diagnostics';

interface Outdated {
  readonly file: string;
  /** Whose Secret it is, in words. */
  readonly owner: string;
  /** What was another when the file was sealed, in words. */
  readonly parts: string;
  readonly command: string;
}

export const sopsSecretOutdated = defineRule<Outdated>({
  code: 'FLC5124',
  name: 'sops-secret-outdated',
  severity: 'warning',
  title: 'A file of SOPS holds what the fleet said before',
  message: ({ file, owner, parts }) =>
    `the SOPS file "${file}" was sealed when ${owner} had another ${parts}`,
  label: () => 'not what was sealed',
  why: 'the file is placed as it stands, so the cluster gets what was sealed, whatever the fleet says since',
  fix: ({ command }) => `pipe the value into "${command}"`,
  source: 'https://getsops.io/docs/',
});
