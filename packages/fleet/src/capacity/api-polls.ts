import type { Fleet, Pool, Scope, ScopeTarget } from '../model.ts';
import { groupBy } from './group-by.ts';
import { runnerRange } from './runner-range.ts';

/** What is asked for: pages of runners, lists of workflow runs, lists of a run's jobs, registration tokens. */
export type ApiPurpose = 'runners' | 'runs' | 'jobs' | 'tokens';

/** One thing that the controller asks GitHub for again and again. */
export interface ApiPoll {
  readonly purpose: ApiPurpose;
  /** In words, such as `organization acme` or `pool "ci"`. */
  readonly subject: string;
  /** Names of the pools that it is asked for. */
  readonly pools: readonly string[];
  /** Calls each time. */
  readonly calls: number;
  /** Autoscalers that ask, each once in a sync period. */
  readonly pollers: number;
}

/** The runners of one pool at one scope, with what their polling depends on. */
export interface PollingRunners {
  readonly pool: Pool;
  readonly scope: Scope;
  readonly maximum: number;
  /** Where they register, in words and in lower case, because GitHub's names ignore it. */
  readonly target: string;
  /** Runners of the whole fleet at this scope's target, which GitHub lists together. */
  readonly listed: number;
  /** Repositories whose jobs are counted, `owner/name` in lower case. */
  readonly repositories: readonly string[];
  /** The GitHub client in the controller, whose memory of answers is its own. */
  readonly client: string;
}

const runnersPerPage = 100;

/** `ListRepositoryWorkflowRuns` of ARC 0.27.6 asks for the queued runs and for those in progress. */
const listsOfRuns = 2;

/** Every pool at every scope. */
export function pollingRunners(fleet: Fleet): PollingRunners[] {
  const listed = new Map<string, number>();
  const runners = fleet.pools.flatMap((pool) => {
    const { maximum } = runnerRange(pool);
    return pool.scopes.map((scope) => {
      const target = targetWords(scope.target).toLowerCase();
      listed.set(target, (listed.get(target) ?? 0) + maximum);
      const repositories = countedRepositories(pool, scope);
      return { pool, scope, maximum, target, repositories, client: clientOf(fleet, pool, scope) };
    });
  });
  return runners.map((each) => ({ ...each, listed: listed.get(each.target)! }));
}

/** What is asked for with one credential, sorted by purpose and then as the pools come. */
export function apiPolls(runners: readonly PollingRunners[]): ApiPoll[] {
  const counting = runners.flatMap((each) => each.repositories.map((name) => ({ each, name })));
  const byRepository = groupBy(counting, ({ each, name }) => `${each.client} ${name}`);
  return [
    ...listingRunners(runners.filter(({ pool }) => pool.autoscale?.busy)),
    ...[...byRepository.values()].map((group): ApiPoll => ({
      purpose: 'runs',
      subject: `repository ${group[0]!.name}`,
      pools: namesOf(group.map(({ each }) => each)),
      calls: listsOfRuns,
      pollers: group.length,
    })),
    ...runners.flatMap((each) => listingJobs(each, byRepository)),
    ...askingForTokens(runners),
  ];
}

function listingRunners(runners: readonly PollingRunners[]): ApiPoll[] {
  return byTarget(runners).map((group) => ({
    purpose: 'runners',
    subject: targetWords(group[0]!.scope.target),
    pools: namesOf(group),
    calls: Math.max(1, Math.ceil(group[0]!.listed / runnersPerPage)),
    pollers: group.length,
  }));
}

/**
 * One list of jobs for each run under way. How many those are is not in the file: at maximum scale each runner is taken to
 * serve a run of its own. Beside the busy share, jobs are counted only while the pool has no runner, so none is served.
 */
function listingJobs(
  each: PollingRunners,
  byRepository: ReadonlyMap<string, readonly unknown[]>,
): ApiPoll[] {
  if (each.repositories.length === 0 || each.pool.autoscale?.busy) return [];
  const pollers = each.repositories.map(
    (name) => byRepository.get(`${each.client} ${name}`)!.length,
  );
  const { name } = each.pool;
  const subject = `pool "${name}" at ${targetWords(each.scope.target)}`;
  const calls = each.maximum;
  return [{ purpose: 'jobs', subject, pools: [name], calls, pollers: Math.max(...pollers) }];
}

function askingForTokens(runners: readonly PollingRunners[]): ApiPoll[] {
  return byTarget(runners).map((group) => ({
    purpose: 'tokens',
    subject: targetWords(group[0]!.scope.target),
    pools: namesOf(group),
    calls: 1,
    pollers: 1,
  }));
}

function countedRepositories({ autoscale }: Pool, { target }: Scope): string[] {
  const queued = autoscale?.queued;
  if (!queued || target.level === 'enterprise') return [];
  if (target.level === 'repository') return [target.repository.toLowerCase()];
  const names = queued.repositories.map((name) => name.slice(name.indexOf('/') + 1));
  return [...new Set(names.map((name) => `${target.organization}/${name}`.toLowerCase()))];
}

function byTarget(runners: readonly PollingRunners[]): (readonly PollingRunners[])[] {
  return [...groupBy(runners, ({ client, target }) => `${client} ${target}`).values()];
}

// ARC keeps one client for its own credential, and one for each other Secret, which lies in the pool's namespace.
function clientOf({ controller }: Fleet, { namespace }: Pool, { credential }: Scope): string {
  return credential.name === controller.credential.name ? '' : `${namespace}/${credential.name}`;
}

function targetWords(target: ScopeTarget): string {
  if (target.level === 'enterprise') return `enterprise ${target.enterprise}`;
  if (target.level === 'organization') return `organization ${target.organization}`;
  return `repository ${target.repository}`;
}

function namesOf(runners: readonly PollingRunners[]): string[] {
  return [...new Set(runners.map(({ pool }) => pool.name))];
}
