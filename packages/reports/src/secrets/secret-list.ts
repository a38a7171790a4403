import type { Bundle, DeliveredSecret, PendingSecret, Permission, SecretUse } from '@fleetc/core';
import type { Fleet } from '@fleetc/fleet';

/** Every Secret that one environment needs. Holds references, never a value. */
export interface SecretList {
  readonly fleet: string;
  readonly environment: string;
  /** In the order of namespaces and names. */
  readonly secrets: readonly ListedSecret[];
}

export interface ListedSecret {
  readonly namespace: string;
  readonly name: string;
  /** `undefined` where only its keys count: variables and volumes of a pool. */
  readonly type: string | undefined;
  readonly source: ListedSource;
  readonly keys: readonly string[];
  /** In words, such as `controller` or `pool "build"`. */
  readonly consumers: readonly string[];
  /** What GitHub has to grant to whoever the Secret stands for; empty when it is nothing of GitHub's. */
  readonly permissions: readonly ListedPermission[];
}

/** `detail` is the variable, the file, or where an operator finds the value, in words; absent for `existing`. */
export interface ListedSource {
  readonly kind: 'existing' | 'env' | 'file' | DeliveredSecret['by'];
  readonly detail?: string;
}

export type ListedPermission = Pick<Permission, 'kind' | 'target' | 'permissions'>;

const pullSecretKey = '.dockerconfigjson';

/** Lists the Secrets of a bundle: those that fleetc fills, those that an object brings and those that are there already. */
export function listSecrets(bundle: Bundle, fleet: Fleet): SecretList {
  const { pendingSecrets, deliveredSecrets, existingSecrets } = bundle;
  const secrets = [
    ...pendingSecrets.map((secret) => listSecret(secret, pendingSource(secret), bundle, fleet)),
    ...deliveredSecrets.map((secret) => {
      const source = { kind: secret.by, detail: secret.origin };
      return listSecret(secret, source, bundle, fleet);
    }),
    ...existingSecrets.map((secret) => listSecret(secret, { kind: 'existing' }, bundle, fleet)),
  ];
  return {
    fleet: bundle.fleet,
    environment: bundle.environment,
    secrets: secrets.sort(compareSecrets),
  };
}

function listSecret(
  use: SecretUse,
  source: ListedSource,
  { permissions }: Bundle,
  fleet: Fleet,
): ListedSecret {
  const { namespace, name, keys, consumers } = use;
  return {
    namespace,
    name,
    type: typeOf(use),
    source,
    keys,
    consumers,
    permissions: permissionsOf(use, permissions, fleet),
  };
}

function typeOf({ keys, path: [block] }: SecretUse): string | undefined {
  if (keys.includes(pullSecretKey)) return 'kubernetes.io/dockerconfigjson';
  return block === 'credentials' || block === 'controller' ? 'Opaque' : undefined;
}

function pendingSource({ content }: PendingSecret): ListedSource {
  const value = content.form === 'keys' ? content.value : content.password;
  return value.source === 'env'
    ? { kind: 'env', detail: value.variable }
    : { kind: 'file', detail: value.file };
}

// Only Secrets of credentials have permissions; one of a webhook or of a pool's own variables is nothing of GitHub's.
function permissionsOf(
  { path: [block, name] }: SecretUse,
  permissions: readonly Permission[],
  { credentials }: Fleet,
): ListedPermission[] {
  if (block !== 'credentials') return [];
  const credential = credentials.get(String(name));
  if (credential?.kind === 'registry') {
    // GitHub's registry takes classic tokens alone.
    const isGitHub = credential.server.toLowerCase() === 'ghcr.io';
    return isGitHub ? [{ kind: 'pat', target: 'packages', permissions: ['read:packages'] }] : [];
  }
  return permissions
    .filter((permission) => permission.credential === name)
    .map(({ kind, target, permissions: granted }) => ({ kind, target, permissions: granted }));
}

function compareSecrets(a: ListedSecret, b: ListedSecret): number {
  return compareText(a.namespace, b.namespace) || compareText(a.name, b.name);
}

// Code units, never a locale: the order must be the same on every machine.
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
