import { type ApiTerm, apiTerms, formatApiTerm } from '../../capacity/api-arithmetic.ts';
import { type ApiBudget, apiBudgets } from '../../capacity/api-budget.ts';
import type { Fleet } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const queued = (controller: string) =>
  exampleFleet(
    `${controller}scopes:\n  acme: { organization: acme }\npools:\n  ci: { autoscale: { min: 0, max: 100, on: { queued: { repositories: [web, api] } } } }`,
  );

interface Overdraft {
  readonly credential: string;
  readonly calls: number;
  readonly limit: number;
  readonly terms: readonly ApiTerm[];
  /** The shortest sync period that would do. */
  readonly syncPeriod?: string;
}

export const githubApiBudget = defineCheck<Overdraft>({
  code: 'FLC4901',
  name: 'github-api-budget',
  severity: 'warning',
  title: 'Polling may cost more GitHub API calls than its credential has',
  message: ({ credential, calls, limit, terms }) =>
    `credential "${credential}" may need ${calls} GitHub API calls an hour of ${limit}: ${terms.map(formatApiTerm).join(' + ')}`,
  label: () => 'over its limit',
  why: 'once the limit is used up, GitHub refuses every call until the hour is over: no runner registers and nothing scales; counted at maximum scale, each runner serving a run of its own and every answer having changed',
  fix: ({ syncPeriod }) =>
    `${syncPeriod === undefined ? '' : `set "controller.syncPeriod" to "${syncPeriod}", `}scale on "webhook", count jobs in fewer repositories, or give scopes Apps of their own`,
  source:
    'https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#primary-rate-limit-for-github-app-installations',
  examples: { bad: queued(''), good: queued('controller: { syncPeriod: 2m }\n') },
  check(fleet, report) {
    const budgetsAt = rememberBudgets(fleet);
    for (const budget of apiBudgets(fleet)) {
      const { credential, limit, callsPerHour: calls } = budget;
      if (limit === undefined || calls <= limit) continue;
      const syncPeriod = sufficientPeriod(budgetsAt, credential.name);
      report(
        {
          credential: credential.name,
          calls,
          limit,
          terms: apiTerms(budget),
          ...(syncPeriod !== undefined && { syncPeriod }),
        },
        credential.path,
        { part: 'key', related: biggestPools(budget) },
      );
    }
  },
});

/** Longer than this nobody waits for a runner. */
const acceptablePeriods = [2, 3, 5, 10];

type BudgetsAt = (minutes: number) => readonly ApiBudget[];

/** The whole fleet is counted once for a period, however many credentials ask. */
function rememberBudgets(fleet: Fleet): BudgetsAt {
  const known = new Map<number, readonly ApiBudget[]>();
  return (minutes) => {
    const budgets = known.get(minutes) ?? apiBudgets(fleet, minutes * 60);
    known.set(minutes, budgets);
    return budgets;
  };
}

function sufficientPeriod(budgetsAt: BudgetsAt, credential: string): string | undefined {
  const minutes = acceptablePeriods.find((candidate) =>
    budgetsAt(candidate).some(
      (budget) => budget.credential.name === credential && budget.callsPerHour <= budget.limit!,
    ),
  );
  return minutes === undefined ? undefined : `${minutes}m`;
}

/** The pools that most calls are made for; calls that several need are shared out evenly. */
function biggestPools({ calls }: ApiBudget) {
  const shares = new Map<string, number>();
  for (const { pools, callsPerHour } of calls) {
    for (const pool of pools) {
      shares.set(pool, (shares.get(pool) ?? 0) + callsPerHour / pools.length);
    }
  }
  return [...shares]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([pool, share]) => ({
      path: ['pools', pool, 'autoscale', 'on'],
      text: `about ${Math.round(share)} of them`,
    }));
}
