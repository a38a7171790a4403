import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';
import { enumerate } from './enumerate.ts';

interface MissingKey {
  /** In words, such as `pool "build"`. */
  readonly consumer: string;
  readonly secret: string;
  readonly key: string;
  readonly keys: readonly string[];
}

const variable = (key: string) =>
  exampleFleet(
    `credentials:\n  github: { pat: { secret: { from: { env: TOKEN } } } }\npools:\n  ci: { env: { TOKEN: { secret: { name: github, key: ${key} } } } }`,
  );

export const secretKeyMissing = defineRule<MissingKey>({
  code: 'FLC5122',
  name: 'secret-key-missing',
  severity: 'error',
  title: 'A pod reads a key that its Secret has not',
  message: ({ consumer, secret, key, keys }) =>
    `${consumer} reads the key "${key}" of the Secret "${secret}", which holds ${enumerate(keys)}`,
  label: () => 'no such key',
  why: 'Kubernetes starts no container while a key that it reads is missing',
  fix: ({ keys }) =>
    `read ${enumerate(keys)}, or a Secret of your own; "optional: true" lets the pod start without it`,
  source:
    'https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-environment-variables',
  examples: { bad: variable('token'), good: variable('github_token') },
});
