import type { Credential, Registry, RegistryCredential, RegistryProxy } from '../model.ts';
import type { RegistryInput } from '../schema/input.ts';
import type { Resolving } from './context.ts';
import { defined } from './defined.ts';
import { sortedEntries } from './plain.ts';
import { bindRegistry } from './resolve-credentials.ts';

type ProxyInput = NonNullable<RegistryInput['proxy']>;

/** Resolves the `registry` block and binds its pull secrets. */
export function resolveRegistry(
  resolving: Resolving,
  input: RegistryInput,
  credentials: ReadonlyMap<string, Credential>,
): Registry {
  return {
    path: ['registry'],
    direct: [...(input.direct ?? [])].sort(),
    images: input.images ?? {},
    pullSecrets: resolvePullSecrets(resolving, input, credentials),
    ...defined({ proxy: input.proxy && resolveProxy(input.proxy), mirror: input.mirror }),
  };
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

function resolveProxy(input: ProxyInput): RegistryProxy | undefined {
  const path = ['registry', 'proxy'];
  if (input.prefixes) return { kind: 'prefixes', path, prefixes: input.prefixes };
  if (input.generic) {
    const { host, template, projects = {} } = input.generic;
    return { kind: 'generic', path, host, template, projects };
  }
  return typeof input.harbor === 'object' ? resolveHarbor(input.harbor) : undefined;
}

// A Harbor proxy project stands between the host and the repository.
function resolveHarbor({
  host,
  projects,
}: Exclude<ProxyInput['harbor'], string | undefined>): RegistryProxy {
  const path = ['registry', 'proxy'];
  if (!projects) return { kind: 'prefixes', path, prefixes: {}, otherwise: `${host}/{host}` };
  const entries = sortedEntries(projects).map(([upstream, project]) => [
    upstream,
    `${host}/${project}`,
  ]);
  return { kind: 'prefixes', path, prefixes: Object.fromEntries(entries) };
}
