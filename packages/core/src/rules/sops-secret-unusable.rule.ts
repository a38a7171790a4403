import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';

/** What is wrong with a file that SOPS encrypted. Holds nothing that stands in it but names and keys. */
export interface SopsProblem {
  /** A clause with the file as its subject, such as `has no block "sops"`. */
  readonly problem: string;
  readonly fix: string;
}

export const sopsSecretUnusable = defineRule<SopsProblem & { readonly file: string }>({
  code: 'FLC5121',
  name: 'sops-secret-unusable',
  severity: 'error',
  title: 'A file of SOPS is not the Secret that is needed',
  message: ({ file, problem }) => `the SOPS file "${file}" ${problem}`,
  label: () => 'this file',
  why: 'the file is placed as it stands, so what is wrong in it is wrong in the cluster, and what is readable in it stays readable in Git',
  fix: ({ fix }) => fix,
  source: 'https://getsops.io/docs/',
  examples: {
    bad: exampleFleet(
      'credentials:\n  github: { pat: { secret: { from: { sops: { file: secrets/github.sops.yaml } } } } }',
    ),
    good: exampleFleet(''),
  },
});
