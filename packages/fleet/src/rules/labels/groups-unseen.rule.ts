import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { quoteList } from './quote-list.ts';
import { rivalPlace, type RivalWords, rivalWords } from './report-rivalry.ts';
import { findRivalries } from './rivalries.ts';

const server = (visibility: string) =>
  exampleFleet(
    `controller: { webhookServer: { secret: { from: { existing: true } }${visibility} } }\nscopes:\n  acme: { organization: acme }\npools:\n  web: { runnerGroup: web, labels: [build, linux, x64], autoscale: { min: 0, max: 4, on: webhook } }\n  data: { runnerGroup: data, labels: [build, linux, x64], autoscale: { min: 0, max: 4, on: webhook } }`,
  );

export const groupsUnseen = defineCheck<RivalWords>({
  code: 'FLC4206',
  name: 'groups-unseen',
  severity: 'warning',
  title: 'Only runner groups tell two pools apart, and the webhook server does not see groups',
  message: ({ labels, pools: names }) =>
    `only their runner groups tell pools ${quoteList(names)} apart for a job that asks for ${quoteList(labels)}`,
  label: () => 'told apart by group alone',
  why: 'unless ARC asks GitHub which groups a repository sees, it grows the first pool with the labels, even one that the job can never use',
  fix: 'set "runnerGroupVisibility: true" for the webhook server, or give each pool a label of its own',
  source: 'https://github.com/actions/actions-runner-controller/issues/1872',
  examples: { bad: server(''), good: server(', runnerGroupVisibility: true') },
  check(fleet, report) {
    for (const rivalry of findRivalries(fleet)) {
      if (rivalry.conflict === 'groups') report(rivalWords(rivalry), ...rivalPlace(rivalry));
    }
  },
});
