import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

export const groupAtRepository = defineCheck<{ scope: string; group: string }>({
  code: 'FLC4203',
  name: 'group-at-repository',
  severity: 'error',
  title: 'A runner group is given at a repository',
  message: ({ scope, group }) =>
    `runner group "${group}" is given, and scope "${scope}" is a repository`,
  label: () => 'has no effect',
  why: 'only organizations and enterprises have runner groups; ARC drops the name without a word',
  fix: 'remove "runnerGroup", or use a scope of the organization',
  source:
    'https://docs.github.com/en/actions/hosting-your-own-runners/managing-self-hosted-runners/managing-access-to-self-hosted-runners-using-groups',
  examples: {
    bad: exampleFleet('scopes:\n  web: { repository: acme/web, runnerGroup: platform }'),
    good: exampleFleet('scopes:\n  web: { organization: acme, runnerGroup: platform }'),
  },
  check(fleet, report) {
    for (const { name, path, target, runnerGroup } of fleet.scopes.values()) {
      if (target.level !== 'repository' || runnerGroup === undefined) continue;
      const related = [{ path: [...path, 'repository'], text: 'a repository' }];
      report({ scope: name, group: runnerGroup }, [...path, 'runnerGroup'], { related });
    }
    for (const { path, scopes, runnerGroup } of fleet.pools) {
      const repository = scopes.find(({ target }) => target.level === 'repository');
      if (!repository || runnerGroup === undefined) continue;
      const related = [{ path: [...repository.path, 'repository'], text: 'a repository' }];
      report({ scope: repository.name, group: runnerGroup }, [...path, 'runnerGroup'], { related });
    }
  },
});
