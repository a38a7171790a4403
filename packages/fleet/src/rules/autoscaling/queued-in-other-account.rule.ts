import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (repository: string) =>
  exampleFleet(
    `scopes:\n  acme: { organization: acme }\npools:\n  ci: { autoscale: { min: 1, max: 4, on: { queued: { repositories: [${repository}] } } } }`,
  );

export const queuedInOtherAccount = defineCheck<{ repository: string; owner: string }>({
  code: 'FLC4305',
  name: 'queued-in-other-account',
  severity: 'error',
  title: 'Queued jobs are counted in a repository that the pool does not serve',
  message: ({ repository, owner }) => `"${repository}" is not a repository of "${owner}"`,
  label: () => 'not served by this pool',
  why: 'ARC knows bare names only and would count the jobs of another repository, or of none',
  fix: ({ owner }) => `name a repository of "${owner}", as "NAME" or "${owner}/NAME"`,
  source: 'https://github.com/actions/actions-runner-controller/issues/1702',
  examples: { bad: pool('umbrella/web'), good: pool('acme/web') },
  check(fleet, report) {
    for (const { path, scopes, autoscale } of fleet.pools) {
      const targets = scopes.flatMap(({ target }) => (target.level === 'enterprise' ? [] : target));
      for (const [index, repository] of (autoscale?.queued?.repositories ?? []).entries()) {
        const foreign = targets.find((target) => !served(repository, target));
        if (!foreign) continue;
        const owner = foreign.level === 'organization' ? foreign.organization : foreign.repository;
        report({ repository, owner }, [
          ...path,
          'autoscale',
          'on',
          'queued',
          'repositories',
          index,
        ]);
      }
    }
  },
});

function served(
  repository: string,
  target:
    { level: 'organization'; organization: string } | { level: 'repository'; repository: string },
): boolean {
  const name = repository.toLowerCase();
  if (target.level === 'organization') {
    return !name.includes('/') || name.startsWith(`${target.organization.toLowerCase()}/`);
  }
  const own = target.repository.toLowerCase();
  return name === own || name === own.split('/')[1];
}
