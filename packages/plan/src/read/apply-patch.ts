import { isMap } from './plain-data.ts';

/** Applies steps of a JSON Patch (RFC 6902): `add`, `replace` and `remove`. Throws a clause where one does not fit. */
export function applyPatch(value: unknown, steps: readonly unknown[]): unknown {
  return steps.reduce(applyStep, structuredClone(value));
}

function applyStep(root: unknown, step: unknown): unknown {
  if (!isMap(step) || typeof step['path'] !== 'string' || !isOperation(step['op'])) {
    throw new Error('holds a step that fleetc never writes');
  }
  const keys = step['path'].split('/').slice(1).map(unescape);
  const last = keys.pop();
  if (last === undefined) return step['value'];
  change(keys.reduce(enter, root), last, { op: step['op'], value: step['value'] });
  return root;
}

const operations = ['add', 'replace', 'remove'] as const;
type Operation = (typeof operations)[number];

function isOperation(word: unknown): word is Operation {
  return operations.some((operation) => operation === word);
}

// The order matters: `~01` is `~1`, not a slash.
function unescape(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}

function enter(node: unknown, key: string): unknown {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) {
    throw new Error('changes what is not there');
  }
  return (node as Record<string, unknown>)[key];
}

function change(
  parent: unknown,
  key: string,
  { op, value }: { readonly op: Operation; readonly value: unknown },
): void {
  if (op !== 'add') enter(parent, key);
  if (Array.isArray(parent)) changeList(parent, key, { op, value });
  else if (!isMap(parent)) throw new Error('changes what is not there');
  else if (op === 'remove') delete (parent as Record<string, unknown>)[key];
  else (parent as Record<string, unknown>)[key] = value;
}

function changeList(
  list: unknown[],
  key: string,
  { op, value }: { readonly op: Operation; readonly value: unknown },
): void {
  const index = key === '-' ? list.length : Number(key);
  if (!Number.isInteger(index) || index < 0 || index > list.length) {
    throw new Error('changes what is not there');
  }
  if (op === 'remove') list.splice(index, 1);
  else list.splice(index, op === 'add' ? 0 : 1, value);
}
