import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '../example.ts';

const good = exampleFleet('');

interface Missing {
  /** Whose Secret it is, in words. */
  readonly user: string;
}

export const secretWithoutSource = defineRule<Missing>({
  code: 'FLC3010',
  name: 'secret-without-source',
  severity: 'error',
  title: 'Nothing says where the content of a Secret comes from',
  message: ({ user }) => `nothing says where the Secret of ${user} comes from`,
  label: () => 'no "secret.from" here',
  why: 'fleetc never makes up a Secret: its content comes from a secret manager, from ciphertext, or from somebody else',
  fix: () =>
    'add "secret: { from: … }", or say once for all of them: "secrets: { default: externalSecret, store: … }"',
  source: 'https://external-secrets.io/latest/api/externalsecret/',
  examples: { bad: exampleFleet('credentials:\n  github: { pat: {} }'), good },
});

export const secretStoreMissing = defineRule<Missing>({
  code: 'FLC3011',
  name: 'secret-store-missing',
  severity: 'error',
  title: 'An external secret has no store',
  message: ({ user }) => `nothing says which store holds the Secret of ${user}`,
  label: () => 'no store here',
  why: 'an ExternalSecret without a store is refused by the cluster',
  fix: () =>
    'add "secrets: { store: NAME }" with the name of a ClusterSecretStore, or "store" here',
  source: 'https://external-secrets.io/latest/api/externalsecret/',
  examples: {
    bad: exampleFleet(
      'credentials:\n  github: { pat: { secret: { from: { externalSecret: { key: ci/github } } } } }',
    ),
    good,
  },
});

export const vaultMountMissing = defineRule<Missing>({
  code: 'FLC3012',
  name: 'vault-mount-missing',
  severity: 'error',
  title: 'A Vault secret has no mount',
  message: ({ user }) => `nothing says at which mount of Vault the Secret of ${user} is`,
  label: () => 'no mount here',
  why: 'a VaultStaticSecret without a mount is refused by the cluster',
  fix: () => 'add "secrets: { vault: { mount: kv } }", or "mount" here',
  source: 'https://developer.hashicorp.com/vault/docs/deploy/kubernetes/vso/api-reference',
  examples: {
    bad: exampleFleet(
      'credentials:\n  github: { pat: { secret: { from: { vaultSecret: { entry: ci/github } } } } }',
    ),
    good,
  },
});

/** What a Secret can lack. */
export const secretRules = [secretWithoutSource, secretStoreMissing, vaultMountMissing] as const;
