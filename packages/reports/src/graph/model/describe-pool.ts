import type { Autoscale, Docker, Pool } from '@fleetc/fleet';
import type { RunnerCount } from './fleet-graph.ts';

/** What tells a pool from another, a line each; what every pool does unless told otherwise stays unsaid. */
export function describePool(pool: Pool): string[] {
  const { autoscale, docker, kind, labels, runnerGroup, scopes } = pool;
  const each = boundsOf(pool);
  return [
    formatRunners(each) + (scopes.length > 1 ? ' per scope' : ''),
    ...(autoscale ? signalsOf(autoscale) : []),
    `labels ${labels.join(', ')}`,
    ...(runnerGroup === undefined ? [] : [`runner group ${runnerGroup}`]),
    ...(kind === 'set' ? ['set with volumes of its own'] : []),
    ...dockerWords[docker.mode],
  ];
}

/** Runners of all scopes together. */
export function countRunners(pool: Pool): RunnerCount {
  const { min, max } = boundsOf(pool);
  return { min: min * pool.scopes.length, max: max * pool.scopes.length };
}

/** In words, such as `1–20 runners`. */
export function formatRunners({ min, max }: RunnerCount): string {
  const count = min === max ? `${min}` : `${min}–${max}`;
  return `${count} ${max === 1 ? 'runner' : 'runners'}`;
}

const dockerWords: Readonly<Record<Docker['mode'], readonly string[]>> = {
  sidecar: [],
  inRunner: ['docker inside the runner'],
  rootless: ['rootless docker'],
  none: ['no docker'],
  kubernetes: ['jobs as pods'],
};

function boundsOf({ autoscale, replicas }: Pool): RunnerCount {
  if (autoscale) return { min: autoscale.min, max: autoscale.max };
  return { min: replicas ?? 1, max: replicas ?? 1 };
}

function signalsOf({ busy, queued, webhook, schedule, reservations }: Autoscale): string[] {
  const signals = [
    ...(busy ? ['busy runners'] : []),
    ...(queued ? ['queued jobs'] : []),
    ...(webhook ? ['webhook'] : []),
    ...(schedule.length > 0 ? ['schedule'] : []),
    ...(reservations.length > 0 ? ['reservations'] : []),
  ];
  return signals.length === 0 ? [] : [`scaled by ${signals.join(', ')}`];
}
