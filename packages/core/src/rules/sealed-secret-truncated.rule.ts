import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';
import { exampleCiphertext } from './example.ts';

interface Truncated {
  /** Whose Secret it is, in words. */
  readonly owner: string;
  readonly label: string;
  readonly key: string;
  /** A clause with the ciphertext as its subject, such as `is cut off before the value begins`. */
  readonly problem: string;
  readonly command: string;
}

const sealed = (ciphertext: string) =>
  exampleFleet(
    `credentials:\n  github: { pat: { secret: { from: { sealedSecret: { sealed: { actions-runner-system/github: { github_token: ${ciphertext} } } } } } } }`,
  );

export const sealedSecretTruncated = defineRule<Truncated>({
  code: 'FLC4126',
  name: 'sealed-secret-truncated',
  severity: 'error',
  title: 'A part of the ciphertext of a Secret is missing',
  message: ({ owner, label, key, problem }) =>
    `the ciphertext of "${key}" of ${owner} for "${label}" ${problem}`,
  label: () => 'not whole',
  why: 'the controller of Sealed Secrets opens whole ciphertext or none, and tells so only in the cluster',
  fix: ({ command }) => `restore it from Git, or pipe the value into "${command}"`,
  source: 'https://github.com/bitnami-labs/sealed-secrets/blob/main/docs/developer/crypto.md',
  examples: { bad: sealed(exampleCiphertext.slice(0, 364)), good: sealed(exampleCiphertext) },
});
