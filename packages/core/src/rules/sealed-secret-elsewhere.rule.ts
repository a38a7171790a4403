import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet, type SealingScope } from '@fleetc/fleet';
import { enumerate } from './enumerate.ts';
import { exampleCiphertext } from './example.ts';

interface Missing {
  /** Whose Secret it is, in words. */
  readonly owner: string;
  readonly name: string;
  /** What it would have to be sealed for. */
  readonly labels: readonly string[];
  /** What it is sealed for instead. */
  readonly others: readonly string[];
  readonly command: string;
  /** Where it is missing, when other environments seal for themselves. */
  readonly environment?: string;
  /** The scope in which it is sealed for all that need it. */
  readonly scope?: SealingScope;
}

const sealed = (label: string) =>
  exampleFleet(
    `credentials:\n  github: { pat: { secret: { from: { sealedSecret: { sealed: { ${label}: { github_token: ${exampleCiphertext} } } } } } } }`,
  );

export const sealedSecretElsewhere = defineRule<Missing>({
  code: 'FLC4123',
  name: 'sealed-secret-elsewhere',
  severity: 'error',
  title: 'A Secret is not sealed for where it is needed',
  message: ({ owner, name, labels, others, environment }) =>
    `${environment === undefined ? '' : `in environment "${environment}" `}the Secret "${name}" of ${owner} is not sealed for ${enumerate(labels)}${others.length > 0 ? `, only for ${enumerate(others)}` : ''}`,
  label: () => 'nothing sealed for it',
  why: ({ others }) =>
    others.length > 0
      ? 'ciphertext is bound to its namespace and name, so after a rename the controller of Sealed Secrets cannot open it'
      : 'without ciphertext there is nothing that the controller of Sealed Secrets could open',
  fix: ({ command, scope }) =>
    `pipe the value into "${command}"${scope === undefined ? '' : `, or say "scope: ${scope}"`}`,
  source: 'https://github.com/bitnami-labs/sealed-secrets#scopes',
  examples: { bad: sealed('arc/github'), good: sealed('actions-runner-system/github') },
});
