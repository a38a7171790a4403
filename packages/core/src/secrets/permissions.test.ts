import { expect, it } from 'vitest';
import { app, fleet, pool, scope } from '../testing/fleet-builder.ts';
import { githubPermissions } from './permissions.ts';

const organization = { level: 'organization', organization: 'acme' } as const;
const enterprise = { level: 'enterprise', enterprise: 'acme-inc' } as const;

it('asks a token for the scopes of each level', () => {
  const scopes = [
    scope({ name: 'inc', target: enterprise }),
    scope({ name: 'org', target: organization }),
    scope(),
  ];
  expect(githubPermissions(fleet({ pools: [pool({ scopes })] }))).toEqual([
    {
      credential: 'github',
      kind: 'pat',
      scope: 'inc',
      target: 'enterprise acme-inc',
      permissions: ['manage_runners:enterprise'],
    },
    {
      credential: 'github',
      kind: 'pat',
      scope: 'org',
      target: 'organization acme',
      permissions: [
        'repo',
        'admin:org',
        'read:public_key (of admin:public_key)',
        'read:repo_hook (of admin:repo_hook)',
        'admin:org_hook',
        'notifications',
        'workflow',
      ],
    },
    {
      credential: 'github',
      kind: 'pat',
      scope: 'web',
      target: 'repository acme/web',
      permissions: ['repo'],
    },
  ]);
});

it('asks an App for permissions, and for checks only where webhooks scale a repository', () => {
  const credential = app('acme-app');
  const scopes = [scope({ name: 'org', target: organization, credential }), scope({ credential })];
  const webhook = { duration: '30m' };
  const autoscale = { min: 0, max: 1, webhook, schedule: [], reservations: [] };
  const permissions = (fields: object) =>
    githubPermissions(fleet({ pools: [pool({ scopes, ...fields })] })).map((p) => p.permissions);
  expect(permissions({})).toEqual([
    [
      'Repository: Actions (read)',
      'Repository: Metadata (read)',
      'Organization: Self-hosted runners (read and write)',
    ],
    [
      'Repository: Actions (read)',
      'Repository: Administration (read and write)',
      'Repository: Metadata (read)',
    ],
  ]);
  expect(permissions({ autoscale })[1]).toContain('Repository: Checks (read)');
});
