import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';
import { enumerate } from './enumerate.ts';
import { exampleCiphertext } from './example.ts';

interface WrongKeys {
  /** Whose Secret it is, in words. */
  readonly owner: string;
  readonly label: string;
  readonly missing: readonly string[];
  readonly unread: readonly string[];
  readonly allowed: readonly string[];
}

const sealed = (key: string) =>
  exampleFleet(
    `credentials:\n  github: { pat: { secret: { from: { sealedSecret: { sealed: { actions-runner-system/github: { ${key}: ${exampleCiphertext} } } } } } } }`,
  );

export const sealedSecretKeys = defineRule<WrongKeys>({
  code: 'FLC4124',
  name: 'sealed-secret-keys',
  severity: 'error',
  title: 'A sealed Secret has other keys than those that are read',
  message: ({ owner, label, missing, unread }) => {
    const parts = [
      ...(unread.length > 0 ? [`holds ${enumerate(unread)}, which nothing reads`] : []),
      ...(missing.length > 0 ? [`lacks ${enumerate(missing)}`] : []),
    ];
    return `what is sealed for "${label}" of ${owner} ${parts.join(', and ')}`;
  },
  label: () => 'wrong keys',
  why: 'ARC and the kubelet look under fixed keys; a value under another key is as good as absent',
  fix: ({ allowed, missing }) =>
    missing.length > 0
      ? `seal the value under ${enumerate(missing)}; ciphertext may be moved to another key`
      : `keep only ${enumerate(allowed)}`,
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/authenticating-to-the-github-api.md',
  examples: { bad: sealed('token'), good: sealed('github_token') },
});
