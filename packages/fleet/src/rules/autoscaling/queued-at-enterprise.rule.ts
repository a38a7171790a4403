import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (on: string) =>
  exampleFleet(
    `scopes:\n  inc: { enterprise: acme-inc }\npools:\n  ci: { autoscale: { min: 1, max: 4, on: ${on} } }`,
  );

export const queuedAtEnterprise = defineCheck<{ pool: string; scope: string }>({
  code: 'FLC4304',
  name: 'queued-at-enterprise',
  severity: 'error',
  title: 'Queued jobs of an enterprise are counted',
  message: ({ pool, scope }) =>
    `pool "${pool}" counts queued jobs, and scope "${scope}" is an enterprise`,
  label: () => 'not for an enterprise',
  why: 'ARC refuses this metric for enterprise runners whenever it reconciles the autoscaler',
  fix: 'use "busy" or "webhook"',
  source: 'https://github.com/actions/actions-runner-controller/issues/333',
  examples: { bad: pool('{ queued: { repositories: [web] } }'), good: pool('{ busy: {} }') },
  check(fleet, report) {
    for (const { name, path, scopes, autoscale } of fleet.pools) {
      const enterprise = scopes.find(({ target }) => target.level === 'enterprise');
      if (!autoscale?.queued || !enterprise) continue;
      const place = {
        part: 'key' as const,
        related: [{ path: enterprise.path, text: 'the scope' }],
      };
      report({ pool: name, scope: enterprise.name }, [...path, 'autoscale', 'on', 'queued'], place);
    }
  },
});
