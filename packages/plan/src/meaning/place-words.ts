import { isWorkload } from '../change.ts';
import { formatSteps, type Step } from '../compare/step.ts';
import type { Thing } from '../read/thing.ts';
import { objectTitle } from './subject-of.ts';

/** A place in a thing, in the words of whoever wrote the fleet. */
export function placeWords(thing: Thing, path: readonly Step[], isInPool: boolean): string {
  if (thing.type === 'release') return path[0] === 'values' ? inValues(path) : formatSteps(path);
  if (thing.type === 'file') return path.length === 0 ? 'text' : formatSteps(path);
  if (path.length === 2 && path[0] === 'metadata' && typeof path[1] === 'string') return path[1];
  if (isWorkload(thing.object)) return inWorkload(path);
  if (thing.object.kind === 'HorizontalRunnerAutoscaler') return inAutoscaler(path);
  return isInPool ? `${objectTitle(thing.object)}: ${formatSteps(path)}` : formatSteps(path);
}

function inValues(path: readonly Step[]): string {
  return path.length === 1 ? 'values' : formatSteps(path.slice(1));
}

/** Without the way to the pod, which every field has. */
function inWorkload(path: readonly Step[]): string {
  const isPod = ['spec', 'template', 'spec'].every((step, index) => path[index] === step);
  const rest = isPod ? path.slice(3) : path[0] === 'spec' ? path.slice(1) : path;
  return rest.length === 0 ? formatSteps(path) : formatSteps(withoutValue(rest));
}

// `env[HOME].value` is `env[HOME]` to everybody.
function withoutValue(path: readonly Step[]): readonly Step[] {
  const isVariable = path.at(-1) === 'value' && typeof path.at(-2) === 'object';
  return isVariable ? path.slice(0, -1) : path;
}

const limits: Readonly<Record<string, string>> = {
  'spec.minReplicas': 'minimum',
  'spec.maxReplicas': 'maximum',
};

function inAutoscaler(path: readonly Step[]): string {
  const text = formatSteps(path);
  return limits[text] ?? `autoscaler ${path[0] === 'spec' ? formatSteps(path.slice(1)) : text}`;
}
