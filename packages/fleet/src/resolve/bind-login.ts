import type { Credential, RegistryCredential } from '../model.ts';
import type { PoolInput } from '../schema/input.ts';
import type { Resolving } from './context.ts';
import { isPlain, valueAt } from './plain.ts';
import { bindRegistry } from './resolve-credentials.ts';

/** Binds the login of a pool's docker; `undefined` when there is none, or when it is broken, which is then reported. */
export function bindLogin(
  resolving: Resolving,
  pool: string,
  { docker }: PoolInput,
  credentials: ReadonlyMap<string, Credential>,
): RegistryCredential | undefined {
  const [mode] = isPlain(docker) ? Object.keys(docker) : [];
  const name = mode === undefined ? undefined : valueAt(docker, [mode, 'login']);
  if (typeof name !== 'string') return undefined;
  const path = ['pools', pool, 'docker', mode!, 'login'];
  return bindRegistry(resolving, credentials, { user: `docker of pool "${pool}"`, name }, path);
}
