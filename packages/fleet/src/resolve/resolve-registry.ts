import type { Credential, Registry, RegistryCredential, RegistryMirror } from '../model.ts';
import { upstreamHost } from '../registry-products/upstream-host.ts';
import type { RegistryInput } from '../schema/input.ts';
import { isTainted, type Resolving } from './context.ts';
import { defined } from './defined.ts';
import { sortedEntries } from './plain.ts';
import { bindRegistry } from './resolve-credentials.ts';
import { resolveRegistryProxy } from './resolve-registry-proxy.ts';

/** Resolves the `registry` block and binds its pull secrets. */
export function resolveRegistry(
  resolving: Resolving,
  input: RegistryInput,
  credentials: ReadonlyMap<string, Credential>,
): Registry {
  const path = ['registry'];
  return {
    path,
    direct: [...new Set(input.direct?.map(upstreamHost))].sort(),
    images: input.images ?? {},
    pullSecrets: resolvePullSecrets(resolving, input, credentials),
    ...defined({
      // What was taken out of the block leaves nothing that could be resolved.
      proxy:
        isTainted(resolving, path) || !input.proxy ? undefined : resolveRegistryProxy(input.proxy),
      mirror: resolveMirror(input.mirror),
    }),
  };
}

// Shorthands are expanded by now, and a URL of the wrong form was taken out.
function resolveMirror(input: RegistryInput['mirror']): RegistryMirror | undefined {
  const { url, buildx = false } = typeof input === 'object' ? input : {};
  return url === undefined ? undefined : { url, buildx };
}

function resolvePullSecrets(
  resolving: Resolving,
  input: RegistryInput,
  credentials: ReadonlyMap<string, Credential>,
): RegistryCredential[] {
  return sortedEntries(input.pullSecrets as Record<string, object>).flatMap(([name]) => {
    const path = ['registry', 'pullSecrets', name];
    return (
      bindRegistry(resolving, credentials, { user: '"registry.pullSecrets"', name }, path) ?? []
    );
  });
}
