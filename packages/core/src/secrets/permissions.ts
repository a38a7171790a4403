import type { Fleet, GitHubCredential, Scope, ScopeTarget } from '@fleetc/fleet';
import type { Permission } from '../bundle.ts';

type Level = ScopeTarget['level'];

/** Scopes of a personal access token (classic), in the words of GitHub's settings page. */
const tokenScopes: Readonly<Record<Level, readonly string[]>> = {
  repository: ['repo'],
  organization: [
    'repo',
    'admin:org',
    'read:public_key (of admin:public_key)',
    'read:repo_hook (of admin:repo_hook)',
    'admin:org_hook',
    'notifications',
    'workflow',
  ],
  enterprise: ['manage_runners:enterprise'],
};

/** Permissions of a GitHub App. GitHub offers none with which an App could serve an enterprise. */
const appPermissions: Readonly<Record<Level, readonly string[]>> = {
  repository: [
    'Repository: Actions (read)',
    'Repository: Administration (read and write)',
    'Repository: Metadata (read)',
  ],
  organization: [
    'Repository: Actions (read)',
    'Repository: Metadata (read)',
    'Organization: Self-hosted runners (read and write)',
  ],
  enterprise: [],
};

const checksPermission = 'Repository: Checks (read)';

/** What GitHub has to grant to each credential for each scope, in the order of scopes. */
export function githubPermissions(fleet: Fleet): Permission[] {
  const scaledByWebhook = new Set(
    fleet.pools
      .filter(({ autoscale }) => autoscale?.webhook)
      .flatMap(({ scopes }) => scopes.map(({ name }) => name)),
  );
  return [...fleet.scopes.values()].map((scope) => ({
    credential: scope.credential.name,
    kind: scope.credential.kind,
    scope: scope.name,
    target: targetWords(scope.target),
    permissions: permissions(scope, scope.credential, scaledByWebhook.has(scope.name)),
  }));
}

function permissions(
  { target: { level } }: Scope,
  { kind }: GitHubCredential,
  isScaledByWebhook: boolean,
): string[] {
  if (kind === 'pat') return [...tokenScopes[level]];
  const needsChecks = level === 'repository' && isScaledByWebhook;
  return [...appPermissions[level], ...(needsChecks ? [checksPermission] : [])];
}

function targetWords(target: ScopeTarget): string {
  if (target.level === 'enterprise') return `enterprise ${target.enterprise}`;
  if (target.level === 'organization') return `organization ${target.organization}`;
  return `repository ${target.repository}`;
}
