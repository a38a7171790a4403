import type { AnyFleetCheck } from '../fleet-check.ts';
import { dockerHubBudget } from './docker-hub-budget.rule.ts';
import { githubApiBudget } from './github-api-budget.rule.ts';

/** Checks about budgets. */
export const budgetsChecks: readonly AnyFleetCheck[] = [githubApiBudget, dockerHubBudget];
