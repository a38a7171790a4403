import { defineBundleCheck } from './bundle-check.ts';
import { containersOf, type EmittedRunner } from './emitted-items.ts';
import { examplePool } from './example.ts';
import { listAt, textAt, valueAt } from './value-at.ts';

const pool = (limit: string) => examplePool(`pod: { volumeSizeLimit: ${limit} }`);

export const runnerVolumeRemoved = defineBundleCheck<{ pool: string; mode: string }>({
  code: 'FLC4437',
  name: 'runner-volume-removed',
  severity: 'error',
  title: 'The volume that the runner lives in is limited to nothing',
  message: ({ pool: name }) =>
    `a limit of 0 takes the volume at "/runner" away from pool "${name}"`,
  label: () => 'removes the volume',
  why: ({ mode }) =>
    mode === 'sidecar'
      ? 'runner and docker sidecar share it, so ARC stops with an error and creates no pod'
      : 'the runner is copied there when it starts, and its container stops when the place is missing',
  fix: 'remove it, or write the size that the volume may have',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/using-custom-volumes.md',
  examples: { bad: pool('0'), good: pool('10Gi') },
  check(emitted, report) {
    for (const runner of emitted.runners) {
      const { item, config, pool: owner } = runner;
      const path = [...config, 'volumeSizeLimit'];
      if (!/^0+(\.0+)?[A-Za-z]*$/.test(String(valueAt(item.object, path)))) continue;
      const { mode } = owner.docker;
      if (mode === 'sidecar' || !mountsRunner(runner))
        report({ pool: owner.name, mode }, item.origin(path));
    }
  },
});

/** Whether something else is mounted where the volume would be. */
function mountsRunner(runner: EmittedRunner): boolean {
  const { item, pod } = runner;
  const own = containersOf(runner).filter(({ name }) => name === 'runner');
  const lists = [[...pod, 'volumeMounts'], ...own.map(({ path }) => [...path, 'volumeMounts'])];
  return lists.some((path) =>
    listAt(item.object, path).some((mount) => textAt(mount, ['mountPath']) === '/runner'),
  );
}
