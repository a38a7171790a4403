import type { Path } from '@fleetc/diagnostics';
import { isSuspiciousKey } from '../suspicious/is-suspicious-key.ts';

const named = ['scopes', 'profiles', 'pools', 'environments'];

/**
 * Whether somebody may have written a secret at a path, where the language knows nothing of the kind: in a credential, in
 * a `secret` block, below a key such as `password`. The names of pools and scopes say nothing about what stands there.
 */
export function isSecretPlace(path: Path): boolean {
  if (path[0] === 'environments' && path[2] === 'override') return isSecretPlace(path.slice(3));
  if (path[0] === 'credentials') return true;
  const steps = named.includes(String(path[0])) ? path.slice(2) : path;
  return steps.some((step) => typeof step === 'string' && isSecretWord(step));
}

/** Whether a key says of itself that a secret belongs to it; scopes and controllers refer to `credentials` by name. */
export function isSecretWord(key: string): boolean {
  return key === 'pullSecrets' || (isSuspiciousKey(key) && !/^credentials?$/i.test(key));
}
