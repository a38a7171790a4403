import type { ApiBudget } from './api-budget.ts';
import { groupBy } from './group-by.ts';

/** Calls to the GitHub API that several credentials, in one environment or in several, take from one limit. */
export interface SharedBudget {
  /** In words, such as `App 1, installation 2`. */
  readonly payer: string;
  readonly limit?: number;
  readonly callsPerHour: number;
  readonly uses: readonly SharedUse[];
}

/** What one credential takes in one environment. */
export interface SharedUse {
  readonly environment: string;
  readonly credential: string;
  readonly callsPerHour: number;
}

/** The limits that surely pay for more than one of the budgets, in the order in which they come. */
export function sharedBudgets(
  environments: readonly { readonly environment: string; readonly api: readonly ApiBudget[] }[],
): SharedBudget[] {
  const paid = environments.flatMap(({ environment, api }) =>
    api.flatMap((budget) => (budget.payer ? [{ environment, budget, payer: budget.payer }] : [])),
  );
  const groups = groupBy(paid, ({ payer }) => payer);
  const shared = [...groups].filter(([, group]) => group.length > 1);
  return shared.map(([payer, group]): SharedBudget => {
    const uses = group.map(({ environment, budget: { credential, callsPerHour } }) => ({
      environment,
      credential: credential.name,
      callsPerHour,
    }));
    const { limit } = group[0]!.budget;
    const callsPerHour = uses.reduce((sum, use) => sum + use.callsPerHour, 0);
    return { payer, callsPerHour, uses, ...(limit !== undefined && { limit }) };
  });
}
