import type { BundleItem, Compilation, CompiledEnvironment } from '@fleetc/core';
import { formatPath, type Path } from '@fleetc/diagnostics';
import { toPatched } from '../names/environment-path.ts';

/** How many fields and how many objects are named; the rest is counted. */
const most = 4;

/**
 * The fields of Kubernetes objects and chart values that a path of the file decides, as Markdown. Empty where it decides
 * none, and where errors keep the fleet from being compiled.
 */
export function describeEmitted(compilation: Compilation, written: Path): string {
  const { path, environment } = toPatched(withoutIndex(written));
  // The whole of a block is everything that it becomes.
  if (path.length < 2) return '';
  const owners = compilation.environments.flatMap((compiled) =>
    environment === undefined || environment === compiled.name ? ownersIn(compiled, path) : [],
  );
  const byFields = new Map<string, Set<string>>();
  for (const { fields, owner } of owners) {
    byFields.set(fields, (byFields.get(fields) ?? new Set()).add(owner));
  }
  if (byFields.size === 0) return '';
  const lines = limit(
    [...byFields].map(([fields, names]) => `- ${fields}${limit([...names]).join(', ')}`),
  );
  return `Becomes:\n\n${lines.join('\n')}`;
}

interface Owner {
  /** Empty for a whole object. */
  readonly fields: string;
  readonly owner: string;
}

function ownersIn({ fleet, bundle }: CompiledEnvironment, path: Path): Owner[] {
  const effective = effectivePath(fleet, path);
  return (bundle?.items ?? []).flatMap((item) => {
    if (!mayDecide(effective, item)) return [];
    const owner = nameOf(item);
    if (effective.length === 2 && effective[0] === 'pools') return [{ fields: '', owner }];
    const value = item.type === 'object' ? item.object : item.release.values;
    const found = [...listLeaves(value, [])].filter((leaf) =>
      startsWith(item.origin(leaf), effective),
    );
    const fields = shorten(found).map((leaf) => `\`${formatPath(leaf)}\``);
    return fields.length === 0 ? [] : [{ fields: `${limit(fields).join(', ')} of `, owner }];
  });
}

/** What a profile says is decided by the pool that takes it; one of them is enough to show it. */
function effectivePath(fleet: CompiledEnvironment['fleet'], path: Path): Path {
  const [block, profile, ...rest] = path;
  if (block !== 'profiles' || rest.length === 0) return path;
  const taker = fleet.pools.find(
    ({ path: pool }) => fleet.origin([...pool, ...rest]).layer === `profile ${profile}`,
  );
  return taker ? [...taker.path, ...rest] : path;
}

/** Pools decide nothing but their own objects, which spares a large fleet the search through all of them. */
function mayDecide([block, name]: Path, { path }: BundleItem): boolean {
  return block !== 'pools' || (path[0] === 'pools' && path[1] === name);
}

function nameOf(item: BundleItem): string {
  if (item.type === 'release') return `the values of Helm release ${item.release.name}`;
  return `${item.object.kind} ${item.object.metadata.name}`;
}

function* listLeaves(value: unknown, path: Path): Generator<Path> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0) yield path;
  for (const [key, child] of entries) {
    yield* listLeaves(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** Several fields below one as that one, when there are many. */
function shorten(leaves: readonly Path[]): readonly Path[] {
  let paths = leaves;
  while (paths.length > most && paths.some(({ length }) => length > 2)) {
    const longest = Math.max(...paths.map(({ length }) => length));
    const cut = paths.map((path) => (path.length === longest ? path.slice(0, -1) : path));
    paths = [...new Map(cut.map((path) => [formatPath(path), path])).values()];
  }
  return paths;
}

function limit(words: readonly string[]): string[] {
  const rest = words.length - most;
  return rest > 0 ? [...words.slice(0, most), `and ${rest} more`] : [...words];
}

function startsWith(path: Path, prefix: Path): boolean {
  return prefix.every((step, index) => path[index] === step);
}

// A list is emitted as a whole.
function withoutIndex(path: Path): Path {
  const index = path.findIndex((step) => typeof step === 'number');
  return index < 0 ? path : path.slice(0, index);
}
