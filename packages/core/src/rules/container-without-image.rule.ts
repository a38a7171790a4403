import { defineBundleCheck } from './bundle-check.ts';
import { containersOf } from './emitted-items.ts';
import { examplePool } from './example.ts';
import { isFilled, valueAt } from './value-at.ts';

const pool = (image: string) =>
  examplePool(`pod: { initContainers: [{ name: warm-up, ${image}command: [/warm-up] }] }`);

export const containerWithoutImage = defineBundleCheck<{ pool: string; container: string }>({
  code: 'FLC4444',
  name: 'container-without-image',
  severity: 'error',
  title: 'A container has no image',
  message: ({ pool: name, container }) =>
    `the container "${container}" of pool "${name}" has no image`,
  label: () => 'needs "image"',
  why: 'ARC fills in the image of the runner and of the docker sidecar only, and the API server refuses a pod with any other container without one',
  fix: 'add "image"',
  source: 'https://kubernetes.io/docs/concepts/containers/images/',
  examples: { bad: pool(''), good: pool('image: "ghcr.io/acme/warm-up:1.2", ') },
  check(emitted, report) {
    for (const runner of emitted.runners) {
      const { item, pool: owner } = runner;
      const { mode } = owner.docker;
      // In kubernetes mode ARC drops a container of that name, which is a finding of its own.
      const filledIn = [
        'runner',
        ...(mode === 'sidecar' || mode === 'kubernetes' ? ['docker'] : []),
      ];
      for (const { name, path } of containersOf(runner)) {
        const isArcs = path.includes('containers') && filledIn.includes(name);
        if (isArcs || isFilled(valueAt(item.object, [...path, 'image']))) continue;
        report({ pool: owner.name, container: name }, item.origin(path));
      }
    }
  },
});
