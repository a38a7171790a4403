import type { Path } from '@fleetc/diagnostics';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const server =
  'controller: { webhookServer: { runnerGroupVisibility: true, secret: { from: { existing: true } }, ingress: { host: arc.example.com } } }';
const scopes = (group: string) =>
  exampleFleet(
    `${server}\nscopes:\n  acme: { organization: acme${group} }\n  team: { organization: acme, runnerGroup: team }\npools:\n  ci: { scope: acme }\n  own: { scope: team }`,
  );

export const defaultGroupNeverMatches = defineCheck<{ group: string }>({
  code: 'FLC4804',
  name: 'default-group-never-matches',
  severity: 'warning',
  title: "GitHub's default runner group is named where no group is meant",
  message: ({ group }) => `the runner group "${group}" is GitHub's default one`,
  label: () => 'never matches',
  why: 'with "runnerGroupVisibility" the webhook server knows the default group only as no group at all, so it never scales these runners',
  fix: 'leave "runnerGroup" out',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/choosing-runner-destination.md',
  examples: { bad: scopes(', runnerGroup: Default'), good: scopes('') },
  check(fleet, report) {
    if (!fleet.controller.webhookServer?.runnerGroupVisibility) return;
    const compare = (group: string | undefined, path: Path) => {
      if (group?.toLowerCase() === 'default') report({ group }, [...path, 'runnerGroup']);
    };
    for (const { path, runnerGroup } of fleet.scopes.values()) compare(runnerGroup, path);
    for (const { path, runnerGroup } of fleet.pools) compare(runnerGroup, path);
  },
});
