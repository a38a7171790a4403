import type { Credential, GitHubCredential, Scope, ScopeTarget } from '../model.ts';
import type { ScopeInput } from '../schema/input.ts';
import { markBroken, type Resolving } from './context.ts';
import { sortedEntries } from './plain.ts';
import { bindGitHub } from './resolve-credentials.ts';

/** Resolves every scope and binds its credential, the controller's when it names none. */
export function resolveScopes(
  resolving: Resolving,
  credentials: ReadonlyMap<string, Credential>,
  controllerCredential: GitHubCredential | undefined,
): Map<string, Scope> {
  const input = resolving.value['scopes'] as Record<string, ScopeInput> | undefined;
  const scopes = new Map<string, Scope>();
  for (const [name, scope] of sortedEntries(input)) {
    const path = ['scopes', name];
    const target = resolveTarget(scope);
    const credential =
      scope.credentials === undefined
        ? controllerCredential
        : bindGitHub(resolving, credentials, { user: `scope "${name}"`, name: scope.credentials }, [
            ...path,
            'credentials',
          ]);
    if (!target || !credential) {
      markBroken(resolving, path);
      continue;
    }
    const group = scope.runnerGroup;
    scopes.set(name, {
      name,
      path,
      target,
      credential,
      ...(group !== undefined && { runnerGroup: group }),
    });
  }
  return scopes;
}

function resolveTarget(scope: ScopeInput): ScopeTarget | undefined {
  const { enterprise, organization, repository } = scope;
  if (enterprise !== undefined) return { level: 'enterprise', enterprise };
  if (organization !== undefined) return { level: 'organization', organization };
  if (repository !== undefined) return { level: 'repository', repository };
  return undefined;
}
