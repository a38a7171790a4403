import type { ApiBudget, ApiCall } from './api-budget.ts';
import type { ApiPurpose } from './api-polls.ts';
import { groupBy } from './group-by.ts';

/** Calls of one purpose and pace, added up. */
export interface ApiTerm {
  readonly purpose: ApiPurpose;
  /** Calls each time. */
  readonly calls: number;
  readonly pollsPerHour: number;
  readonly callsPerHour: number;
}

const nouns: Readonly<Record<ApiPurpose, readonly [one: string, several: string]>> = {
  runners: ['page of runners', 'pages of runners'],
  runs: ['list of runs', 'lists of runs'],
  jobs: ['list of jobs', 'lists of jobs'],
  tokens: ['registration token', 'registration tokens'],
};

/** The sum behind a budget: one term for each purpose and pace. */
export function apiTerms({ calls }: ApiBudget): ApiTerm[] {
  const alike = groupBy(calls, ({ purpose, pollsPerHour }) => `${purpose} ${pollsPerHour}`);
  return [...alike.values()].map((group) => ({
    purpose: group[0]!.purpose,
    pollsPerHour: group[0]!.pollsPerHour,
    calls: sumOf(group, 'calls'),
    callsPerHour: sumOf(group, 'callsPerHour'),
  }));
}

/** A term in words: `3 pages of runners × 60`. */
export function formatApiTerm({ purpose, calls, pollsPerHour }: ApiTerm): string {
  const [one, several] = nouns[purpose];
  return `${calls} ${calls === 1 ? one : several} × ${Number(pollsPerHour.toFixed(1))}`;
}

function sumOf(calls: readonly ApiCall[], field: 'calls' | 'callsPerHour'): number {
  return calls.reduce((sum, call) => sum + call[field], 0);
}
