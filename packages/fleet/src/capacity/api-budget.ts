import { parseDuration } from '@fleetc/notation';
import type { Fleet, GitHubCredential } from '../model.ts';
import { type ApiPoll, apiPolls, pollingRunners } from './api-polls.ts';
import { groupBy } from './group-by.ts';
import { payerOf } from './payer.ts';
import { githubCallsPerHour } from './service-limits.ts';

/** What one thing that the controller asks GitHub for costs. */
export interface ApiCall extends Omit<ApiPoll, 'pollers'> {
  readonly pollsPerHour: number;
  readonly callsPerHour: number;
}

/** Calls to the GitHub API that one credential pays for at maximum scale. */
export interface ApiBudget {
  readonly credential: GitHubCredential;
  /** What GitHub counts them against, in words; absent where the file cannot tell. */
  readonly payer?: string;
  /** Calls an hour that it has at least; GitHub Enterprise Server sets no limit by default. */
  readonly limit?: number;
  readonly calls: readonly ApiCall[];
  readonly callsPerHour: number;
}

/** What the controller does when nothing is said. */
const defaultSyncPeriod = '1m';

/** How long ARC's client answers from its memory, as GitHub's `Cache-Control` asks: one address is fetched once in it. */
const cacheSeconds = 60;

/** A registration token is valid for an hour, and ARC asks for a new one when less than half of it is left. */
const tokensPerHour = 2;

/**
 * What polling costs at maximum scale, credential by credential in the order of names. It is less where an answer did not
 * change (304, which GitHub does not count), and more where counted repositories have runs on other runners.
 */
export function apiBudgets(fleet: Fleet, syncSeconds = syncPeriodSeconds(fleet)): ApiBudget[] {
  const byCredential = groupBy(pollingRunners(fleet), ({ scope }) => scope.credential.name);
  const budgets = [...byCredential.values()].map((runners): ApiBudget => {
    const { credential } = runners[0]!.scope;
    const calls = apiPolls(runners).map((poll) => toCall(poll, syncSeconds));
    const callsPerHour = calls.reduce((sum, call) => sum + call.callsPerHour, 0);
    const payer = payerOf(credential, fleet);
    const costs = { credential, calls, callsPerHour, ...(payer !== undefined && { payer }) };
    if (fleet.github.product === 'server') return costs;
    return { ...costs, limit: githubCallsPerHour[credential.kind] };
  });
  return budgets.sort((a, b) => (a.credential.name < b.credential.name ? -1 : 1));
}

/** How often the controller polls. */
export function syncPeriodSeconds({ controller }: Fleet): number {
  return parseDuration(controller.syncPeriod ?? defaultSyncPeriod) ?? cacheSeconds;
}

function toCall({ pollers, ...poll }: ApiPoll, syncSeconds: number): ApiCall {
  if (poll.purpose === 'tokens') {
    return { ...poll, pollsPerHour: tokensPerHour, callsPerHour: poll.calls * tokensPerHour };
  }
  const most = 3600 / cacheSeconds;
  const perHour = (count: number) =>
    syncSeconds > 0 ? Math.min((count * pollers * 3600) / syncSeconds, count * most) : count * most;
  return { ...poll, pollsPerHour: perHour(1), callsPerHour: Math.ceil(perHour(poll.calls)) };
}
