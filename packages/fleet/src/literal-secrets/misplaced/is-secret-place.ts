import type { Path } from '@fleetc/diagnostics';
import { isSuspiciousKey } from '../suspicious/is-suspicious-key.ts';

const named = ['scopes', 'profiles', 'pools'];

/**
 * Whether somebody may have written a secret at a path, where the language knows nothing of the kind: in a credential, in
 * a `secret` block, below a key such as `password`. The names of pools and scopes say nothing about what stands there.
 */
export function isSecretPlace(path: Path): boolean {
  if (path[0] === 'environments') return path[2] === 'override' && isSecretPlace(path.slice(3));
  if (path[0] === 'credentials') return true;
  const steps = named.includes(String(path[0])) ? path.slice(2) : path;
  return steps.some((step) => typeof step === 'string' && isSecretWord(step));
}

// A scope or a controller refers to credentials by their names.
function isSecretWord(key: string): boolean {
  return key === 'pullSecrets' || (isSuspiciousKey(key) && !/^credentials?$/i.test(key));
}
