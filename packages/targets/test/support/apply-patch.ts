import type { Operation } from '../../src/kustomize/json-patch.ts';

type Step = string;

/** Applies a JSON Patch as RFC 6902 says, as far as `add`, `replace` and `remove` go; throws where a step does not fit. */
export function applyPatch<T>(value: T, operations: readonly Operation[]): T {
  return operations.reduce<unknown>(applyStep, structuredClone(value)) as T;
}

function applyStep(root: unknown, operation: Operation): unknown {
  const steps = operation.path.split('/').slice(1).map(unescape);
  const last = steps.at(-1);
  if (last === undefined) return operation.op === 'remove' ? undefined : operation.value;
  const parent = steps.slice(0, -1).reduce<unknown>(enter, root);
  change(parent, last, operation);
  return root;
}

function unescape(step: Step): Step {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function enter(node: unknown, step: Step): unknown {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) {
    throw new Error(`nothing stands at "${step}"`);
  }
  return (node as Record<string, unknown>)[step];
}

function change(parent: unknown, step: Step, operation: Operation): void {
  if (operation.op !== 'add') enter(parent, step);
  if (Array.isArray(parent) && operation.op !== 'replace') {
    throw new Error('no step of fleetc adds to a list or takes from it');
  }
  const node = parent as Record<string, unknown>;
  if (operation.op === 'remove') delete node[step];
  else node[step] = operation.value;
}
