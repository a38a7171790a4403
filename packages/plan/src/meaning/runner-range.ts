import { entryAt } from '../read/plain-data.ts';
import type { Thing } from '../read/thing.ts';

/** How many runners the objects of a pool make: `0-40 runners`, `1 runner`; empty where they do not say. */
export function runnerRange(things: readonly Thing[]): string {
  const objects = things.flatMap((thing) => (thing.type === 'object' ? thing.object : []));
  const autoscaler = objects.find(({ kind }) => kind === 'HorizontalRunnerAutoscaler');
  if (!autoscaler) return fixedSize(objects);
  const [least, most] = ['minReplicas', 'maxReplicas'].map((key) =>
    entryAt(autoscaler, 'spec', key),
  );
  if (typeof least !== 'number' || typeof most !== 'number') return '';
  return least === most ? inWords(most) : `${least}-${most} runners`;
}

function fixedSize(objects: readonly object[]): string {
  const workload = objects.find((object) => entryAt(object, 'spec', 'template') !== undefined);
  if (!workload) return '';
  // ARC takes a missing number for one.
  const replicas = entryAt(workload, 'spec', 'replicas') ?? 1;
  return typeof replicas === 'number' ? inWords(replicas) : '';
}

function inWords(count: number): string {
  return count === 1 ? '1 runner' : `${count} runners`;
}
