import type { Path } from '@fleetc/diagnostics';
import fc from 'fast-check';

type Tree = Record<string | number, unknown>;

/** A change at one place of a value: what happens there, and where, as a share of all its places. */
export interface Mutation {
  readonly at: number;
  readonly kind: 'delete' | 'rename' | 'replace' | 'add' | 'copy';
  readonly key: string;
  readonly value: unknown;
}

const keys = [
  'scope',
  'scopes',
  'replicas',
  'autoscale',
  'size',
  'emptyDir',
  'pat',
  'registry',
  'existing',
  'env',
  'file',
  'sidecar',
  'none',
  'value',
  'secret',
  'storageClass',
  'organization',
  'enterprise',
  'cluster',
  'addUp',
  'factorUp',
  'prefixes',
  'install',
  'unknown',
  'constructor',
  'toString',
  'Bad_Name',
  '',
];
const values = [
  null,
  null,
  0,
  -1,
  1.5,
  2,
  1e20,
  true,
  false,
  '',
  'text',
  'UPPER',
  'a b',
  '10m',
  '8Gi',
  'sidecar',
  'webhook',
  'namespace',
  [],
  ['x'],
  [1],
  {},
  { x: 1 },
  { secret: { name: 'a', key: 'b' } },
  { from: { existing: true } },
];

/** A change that is small enough to leave most of a value as it is. */
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  kind: fc.constantFrom('delete', 'rename', 'replace', 'add', 'copy'),
  key: fc.constantFrom(...keys),
  value: fc.constantFrom(...values),
});

/** The value with the changes made; the argument stays as it is. */
export function mutate(value: unknown, mutations: readonly Mutation[]): unknown {
  const root = { value: structuredClone(value) };
  for (const each of mutations) {
    const places = [...placesOf(root)];
    apply(root, places, places[Math.floor(each.at * places.length)]!, each);
  }
  return root.value;
}

function apply(
  root: Tree,
  places: readonly Path[],
  path: Path,
  { at, kind, key, value }: Mutation,
) {
  const parent = find(root, path.slice(0, -1)) as Tree;
  const last = path.at(-1)!;
  const target = parent[last];
  const isMap = typeof target === 'object' && target !== null && !Array.isArray(target);
  if (kind === 'replace') parent[last] = structuredClone(value);
  else if (kind === 'copy') {
    const other = places[Math.floor(at * 7919) % places.length]!;
    parent[last] = structuredClone(find(root, other));
  } else if (kind === 'add' && isMap) (target as Tree)[key] = structuredClone(value);
  else if (path.length === 1) return;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else {
    delete parent[last];
    if (kind === 'rename') parent[key] = target;
  }
}

function* placesOf(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield* placesOf(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function find(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((current, step) => (current as Tree)[step], value);
}
