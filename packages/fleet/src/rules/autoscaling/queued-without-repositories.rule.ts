import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (queued: string) =>
  exampleFleet(
    `scopes:\n  acme: { organization: acme }\npools:\n  ci: { autoscale: { min: 1, max: 4, on: { queued: ${queued} } } }`,
  );

export const queuedWithoutRepositories = defineCheck<{ pool: string; scope: string }>({
  code: 'FLC4303',
  name: 'queued-without-repositories',
  severity: 'error',
  title: 'Queued jobs of an organization are counted without naming repositories',
  message: ({ pool, scope }) =>
    `pool "${pool}" counts the queued jobs of organization scope "${scope}", and names no repository`,
  label: () => 'needs "repositories"',
  why: "GitHub has no list of an organization's queued jobs, so ARC asks each repository that is named, and none here",
  fix: 'add "repositories: [NAME]" under "queued"',
  source: 'https://github.com/actions/actions-runner-controller/issues/1702',
  examples: { bad: pool('{}'), good: pool('{ repositories: [web] }') },
  check(fleet, report) {
    for (const { name, path, scopes, autoscale } of fleet.pools) {
      if (!autoscale?.queued || autoscale.queued.repositories.length > 0) continue;
      const organization = scopes.find(({ target }) => target.level === 'organization');
      if (!organization) continue;
      const place = {
        part: 'key' as const,
        related: [{ path: organization.path, text: 'the scope' }],
      };
      report(
        { pool: name, scope: organization.name },
        [...path, 'autoscale', 'on', 'queued'],
        place,
      );
    }
  },
});
