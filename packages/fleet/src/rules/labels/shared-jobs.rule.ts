import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import type { Doubt } from './circles.ts';
import { quoteList } from './quote-list.ts';
import { rivalPlace, type RivalWords, rivalWords } from './report-rivalry.ts';
import { findRivalries } from './rivalries.ts';

const pools = (large: string) =>
  exampleFleet(
    `pools:\n  small: { scope: web, labels: [build] }\n  large: { scope: web, labels: [${large}] }`,
  );

const conditions: Readonly<Record<Doubt, string>> = {
  groups: ' where a repository sees both runner groups',
  enterprise: ' where the enterprise holds the account',
};

export const sharedJobs = defineCheck<RivalWords & { doubt?: Doubt }>({
  code: 'FLC4205',
  name: 'shared-jobs',
  severity: 'info',
  title: 'Jobs that are meant for one pool may run on another',
  message: ({ labels, pools: names, doubt }) =>
    `a job that asks for ${quoteList(labels)} may run on pool ${quoteList(names, 'or')}${doubt ? conditions[doubt] : ''}`,
  label: () => 'fits more than one pool',
  why: 'GitHub gives a job to any idle runner that has all the labels it asks for; what else the runner has makes no difference',
  fix: ({ pools: names }) =>
    `where that is not meant, give pool "${names[0]}" a label that the others lack, and ask for it in workflows`,
  source:
    'https://docs.github.com/en/actions/hosting-your-own-runners/managing-self-hosted-runners/using-self-hosted-runners-in-a-workflow',
  examples: { bad: pools('build, large'), good: pools('large') },
  check(fleet, report) {
    for (const rivalry of findRivalries(fleet)) {
      if (rivalry.conflict !== 'choice') continue;
      const { doubt } = rivalry;
      report({ ...rivalWords(rivalry), ...(doubt && { doubt }) }, ...rivalPlace(rivalry));
    }
  },
});
