import type { Fleet, Pool } from '../model.ts';
import { type Amounts, sumAmounts, timesAmounts } from './amounts.ts';
import { type ApiBudget, apiBudgets } from './api-budget.ts';
import { type ClaimSum, type ClaimUse, poolClaims, sumClaims } from './claims.ts';
import { type HubBudget, hubBudget } from './hub-budget.ts';
import { podRequests } from './pod-requests.ts';
import { poolRunners, type RunnerRange } from './runner-range.ts';

export type { Amounts } from './amounts.ts';
export { type ApiTerm, apiTerms, formatApiTerm } from './api-arithmetic.ts';
export type { ApiBudget, ApiCall } from './api-budget.ts';
export type { ApiPurpose } from './api-polls.ts';
export { type ClaimSum, type ClaimUse, sumClaims } from './claims.ts';
export type { HubBudget, HubUse } from './hub-budget.ts';
export { type SharedBudget, sharedBudgets, type SharedUse } from './shared-budget.ts';
export type { RunnerRange } from './runner-range.ts';
export { dockerHubPulls, githubCallsPerHour } from './service-limits.ts';

/** What a pool can grow to, over all of its scopes. */
export interface PoolCapacity {
  readonly name: string;
  /** Names of its scopes. */
  readonly scopes: readonly string[];
  readonly runners: RunnerRange;
  /** Requested at maximum by runners and their docker sidecars. */
  readonly requests: Amounts;
  readonly claims: readonly ClaimUse[];
  /** Whether raw fields may change the figures, which look at the language only. */
  readonly hasRawFields: boolean;
}

/** What a fleet can grow to in one environment, and what that costs elsewhere. */
export interface Capacity {
  /** In the order of names. */
  readonly pools: readonly PoolCapacity[];
  readonly runners: RunnerRange;
  readonly requests: Amounts;
  readonly claims: ClaimSum;
  readonly api: readonly ApiBudget[];
  readonly hub: HubBudget;
}

/** Adds up a fleet. Exact where the file decides; the two budgets are estimates at maximum scale. */
export function measureCapacity(fleet: Fleet): Capacity {
  const pools = fleet.pools.map(poolCapacity);
  return {
    pools,
    runners: {
      minimum: pools.reduce((sum, { runners }) => sum + runners.minimum, 0),
      maximum: pools.reduce((sum, { runners }) => sum + runners.maximum, 0),
    },
    requests: sumAmounts(pools.map(({ requests }) => requests)),
    claims: sumClaims(pools.flatMap(({ claims }) => claims)),
    api: apiBudgets(fleet),
    hub: hubBudget(fleet),
  };
}

function poolCapacity(pool: Pool): PoolCapacity {
  const runners = poolRunners(pool);
  return {
    name: pool.name,
    scopes: pool.scopes.map(({ name }) => name),
    runners,
    requests: timesAmounts(podRequests(pool), runners.maximum),
    claims: poolClaims(pool),
    hasRawFields: hasRawFields(pool),
  };
}

function hasRawFields({ pod, patch }: Pool): boolean {
  const containers = ['containers', 'initContainers'];
  return Object.keys(patch).length > 0 || containers.some((field) => Object.hasOwn(pod, field));
}
