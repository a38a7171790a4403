import type { Registry } from '@fleetc/fleet';

/** Names of the Secrets that every pod which pulls gets, in the order of the credentials' names. */
export function pullSecretNames({ pullSecrets }: Registry): string[] {
  return [...new Set(pullSecrets.map(({ secret }) => secret.name))];
}
