import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { quoteList } from './quote-list.ts';
import { rivalPlace, type RivalWords, rivalWords } from './report-rivalry.ts';
import { findRivalries } from './rivalries.ts';

const pools = (large: string) =>
  exampleFleet(
    `controller: { webhookServer: { secret: { from: { existing: true } } } }\npools:\n  small: { scope: web, labels: [build, linux, x64], autoscale: { min: 0, max: 4, on: webhook } }\n  large: { scope: web, labels: [${large}, linux, x64], autoscale: { min: 0, max: 4, on: webhook } }`,
  );

export const ambiguousPools = defineCheck<RivalWords>({
  code: 'FLC4204',
  name: 'ambiguous-pools',
  severity: 'warning',
  title: 'Two autoscaled pools take the same jobs',
  message: ({ labels, pools: names }) =>
    `a job that asks for ${quoteList(labels)} fits pools ${quoteList(names)}, and each follows its jobs`,
  label: () => 'fits more than one pool',
  why: 'GitHub gives the job to any idle runner with these labels, while ARC grows the first pool that it finds for a webhook and each pool that counts the queue: one grows for nothing, another not at all',
  fix: 'give each pool a label that the others lack, and ask for it in workflows',
  source: 'https://github.com/actions/actions-runner-controller/issues/2798',
  examples: { bad: pools('build, large'), good: pools('large') },
  check(fleet, report) {
    for (const rivalry of findRivalries(fleet)) {
      if (rivalry.conflict === 'growth') report(rivalWords(rivalry), ...rivalPlace(rivalry));
    }
  },
});
