import type { SealedSecretOrigin, SealingScope } from '@fleetc/fleet';

/** A place where a sealed Secret is needed. */
interface SealedPlace {
  readonly namespace: string;
  readonly name: string;
  readonly from: SealedSecretOrigin;
}

/** What the ciphertext of a Secret is bound to. */
export function sealedFor(
  { namespace, name, from }: SealedPlace,
  scope: SealingScope = from.scope,
): string {
  return { strict: `${namespace}/${name}`, namespace, cluster: '*' }[scope];
}
