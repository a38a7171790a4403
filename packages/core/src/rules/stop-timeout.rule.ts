import type { Path } from '@fleetc/diagnostics';
import { defineBundleCheck } from './bundle-check.ts';
import { type EmittedRunner, environmentsOf } from './emitted-items.ts';
import { examplePool } from './example.ts';
import { listAt, textAt, valueAt } from './value-at.ts';

const variable = 'RUNNER_GRACEFUL_STOP_TIMEOUT';

const pool = (seconds: string) =>
  examplePool(
    `terminationGracePeriod: 110s\n    env: { ${variable}: "${seconds}" }\n    docker: { sidecar: { env: { ${variable}: "${seconds}" } } }`,
  );

/** What Kubernetes waits when a pod does not say. */
const defaultGraceSeconds = 30;

/** A runner that waits longer than its pod lives, or than its docker does. */
interface Wait {
  readonly pool: string;
  readonly seconds: number;
  /** How long the pod lives on; absent when it is docker that goes first. */
  readonly grace?: number;
}

export const stopTimeout = defineBundleCheck<Wait>({
  code: 'FLC4434',
  name: 'stop-timeout',
  severity: 'warning',
  title: 'A runner gets less time to finish its job than it is told to take',
  message: ({ pool: name, seconds, grace }) =>
    grace === undefined
      ? `the runners of pool "${name}" wait ${seconds} s for their job, and their docker sidecar does not`
      : `the runners of pool "${name}" wait ${seconds} s for their job, and are killed after ${grace} s`,
  label: ({ grace }) => (grace === undefined ? 'not in the sidecar' : `longer than ${grace} s`),
  why: ({ grace }) =>
    grace === undefined
      ? 'dockerd stops after 15 seconds unless it has the same variable, and takes the containers of the job with it'
      : 'Kubernetes kills the pod in the middle of the job',
  fix: ({ seconds, grace }) =>
    grace === undefined
      ? `add ${variable} to "docker: { sidecar: { env: … } }" too`
      : `set "terminationGracePeriod" to more than ${seconds}s`,
  source: 'https://github.com/actions/actions-runner-controller/pull/1759',
  examples: { bad: pool('300'), good: pool('90') },
  check(emitted, report) {
    for (const runner of emitted.runners) {
      const { item, pool: owner } = runner;
      const own = timeoutOf(runner, 'runner');
      if (!own) continue;
      const { seconds, path } = own;
      const grace = graceSeconds(runner);
      const params = { pool: owner.name, seconds };
      if (seconds >= grace) report({ ...params, grace }, item.origin(path));
      const isShorter =
        owner.docker.mode === 'sidecar' && (timeoutOf(runner, 'docker')?.seconds ?? 0) < seconds;
      if (isShorter) report(params, item.origin(path));
    }
  },
});

function graceSeconds({ item, pod }: EmittedRunner): number {
  const seconds = valueAt(item.object, [...pod, 'terminationGracePeriodSeconds']);
  return typeof seconds === 'number' ? seconds : defaultGraceSeconds;
}

/** The variable of a container and its place; the last list wins, as an entry in `containers` does. */
function timeoutOf(
  runner: EmittedRunner,
  container: string,
): { seconds: number; path: Path } | undefined {
  const { item } = runner;
  const lists = environmentsOf(runner).filter(({ name }) => name === container);
  for (const { path } of lists.reverse()) {
    for (const [index, entry] of listAt(item.object, path).entries()) {
      const value = textAt(entry, ['value']);
      if (textAt(entry, ['name']) === variable && value !== undefined && /^\d+$/.test(value))
        return { seconds: Number(value), path: [...path, index] };
    }
  }
  return undefined;
}
