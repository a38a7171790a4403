import type { Path } from '@fleetc/diagnostics';
import { defineBundleCheck } from './bundle-check.ts';
import { containersOf, type EmittedRunner } from './emitted-items.ts';
import { isEscape } from './escape.ts';
import { examplePool } from './example.ts';
import { isFilled, isSame, listAt, textAt, valueAt } from './value-at.ts';

const pool = (container: string) =>
  examplePool(
    `env: { GOPROXY: "https://go.example.com" }\n    pod: { containers: [{ name: runner, ${container} }] }`,
  );

export const shadowedByContainer = defineBundleCheck<{ container: string; field: string }>({
  code: 'FLC4435',
  name: 'shadowed-by-container',
  severity: 'error',
  title: "A raw container hides what the pool's words say",
  message: ({ container, field }) =>
    field === 'image'
      ? `the image of the container "${container}" is not used`
      : `"${field}" of the container "${container}" hides what the pool says itself`,
  label: ({ field }) => (field === 'image' ? 'not used' : 'hides the other'),
  why: ({ field }) =>
    field === 'image'
      ? "ARC always takes the pool's own image for the runner"
      : "ARC takes the pool's own only where the container has none, and merges nothing",
  fix: ({ field }) => (field === 'image' ? 'use "image" of the pool' : 'say it in one place only'),
  source: 'https://github.com/actions/actions-runner-controller/issues/801',
  examples: {
    bad: pool('env: [{ name: CPUS, valueFrom: { resourceFieldRef: { resource: limits.cpu } } }]'),
    good: pool('tty: true'),
  },
  check(emitted, report) {
    for (const runner of emitted.runners) {
      const { item } = runner;
      for (const { container, field, path, hidden } of shadows(runner)) {
        const related = hidden ? [{ path: item.origin(hidden), text: 'hidden by it' }] : [];
        report({ container, field }, item.origin(path), { part: 'key', related });
      }
    }
  },
});

interface Shadow {
  readonly container: string;
  readonly field: string;
  readonly path: Path;
  readonly hidden?: Path;
}

/** Fields of a container, and where a RunnerDeployment has the same for whom the container leaves it out. */
const twins: Readonly<Record<string, Readonly<Record<string, Path>>>> = {
  runner: {
    'env': ['env'],
    'envFrom': ['envFrom'],
    'imagePullPolicy': ['imagePullPolicy'],
    'resources.requests': ['resources', 'requests'],
    'resources.limits': ['resources', 'limits'],
  },
  docker: {
    'env': ['dockerEnv'],
    'volumeMounts': ['dockerVolumeMounts'],
    'resources.requests': ['dockerdContainerResources', 'requests'],
    'resources.limits': ['dockerdContainerResources', 'limits'],
  },
};

function* shadows(runner: EmittedRunner): Generator<Shadow> {
  const { item, pod, isSet } = runner;
  for (const { name, path } of containersOf(runner)) {
    const image = [...path, 'image'];
    if (name === 'runner' && isFilled(valueAt(item.object, image)))
      yield { container: name, field: 'image', path: image };
    if (isSet) continue;
    for (const [field, twin] of Object.entries(twins[name] ?? {})) {
      const own = [...path, ...field.split('.')];
      const hidden = [...pod, ...twin];
      const isHidden = hides(valueAt(item.object, own), valueAt(item.object, hidden));
      if (isHidden && isEscape(item.origin(own)))
        yield { container: name, field, path: own, hidden };
    }
  }
}

// Entries that the container repeats by name are meant to be replaced.
function hides(own: unknown, hidden: unknown): boolean {
  if (!isFilled(own) || !isFilled(hidden) || isSame(own, hidden)) return false;
  if (!Array.isArray(hidden)) return true;
  const names = new Set(listAt(own, []).map(nameOf));
  return hidden.some((entry) => !names.has(nameOf(entry)));
}

function nameOf(entry: unknown): string {
  return textAt(entry, ['mountPath']) ?? textAt(entry, ['name']) ?? JSON.stringify(entry);
}
