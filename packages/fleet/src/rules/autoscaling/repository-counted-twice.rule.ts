import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (repositories: string) =>
  exampleFleet(
    `scopes:\n  acme: { organization: acme }\npools:\n  ci: { labels: [ci, linux, x64], autoscale: { min: 1, max: 4, on: { queued: { repositories: [${repositories}] } } } }`,
  );

export const repositoryCountedTwice = defineCheck<{ pool: string; repository: string }>({
  code: 'FLC4316',
  name: 'repository-counted-twice',
  severity: 'warning',
  title: 'The queued jobs of one repository are counted twice',
  message: ({ pool: name, repository }) =>
    `pool "${name}" counts the jobs of "${repository}" twice`,
  label: () => 'named before',
  why: 'ARC adds up what it finds for each entry, so the pool gets two runners for each job',
  fix: 'name each repository once',
  source:
    'https://github.com/actions/actions-runner-controller/blob/v0.27.6/controllers/actions.summerwind.net/autoscaling.go',
  examples: { bad: pool('web, acme/Web'), good: pool('web, api') },
  check(fleet, report) {
    for (const { name, path, scopes, autoscale } of fleet.pools) {
      // At a repository ARC asks for that one and reads no list.
      if (!scopes.some(({ target }) => target.level === 'organization')) continue;
      const first = new Map<string, number>();
      const place = [...path, 'autoscale', 'on', 'queued', 'repositories'];
      for (const [index, repository] of (autoscale?.queued?.repositories ?? []).entries()) {
        const key = repository.slice(repository.indexOf('/') + 1).toLowerCase();
        const before = first.get(key);
        if (before === undefined) first.set(key, index);
        else {
          const related = [
            { path: [...place, before], text: 'first here', part: 'value' as const },
          ];
          report({ pool: name, repository }, [...place, index], { related });
        }
      }
    }
  },
});
