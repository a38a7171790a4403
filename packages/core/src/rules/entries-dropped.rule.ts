import { formatPath, type Path } from '@fleetc/diagnostics';
import type { BundleItem } from '../bundle.ts';
import { isMap } from '../emission/merge-patch.ts';
import { startsWith } from '../emission/locate.ts';
import { defineBundleCheck } from './bundle-check.ts';
import { decidedFields } from './decided-fields.ts';
import { contentOf, keyOf, subjectOf } from './emitted-items.ts';
import { isEscape } from './escape.ts';
import { examplePool } from './example.ts';
import { isSame, textAt, valueAt } from './value-at.ts';

/** A list that a patch replaced, and which entries of the language it lacks. */
interface Dropped {
  readonly path: Path;
  readonly lost: readonly { readonly index: number; readonly name: string }[];
}

export const entriesDropped = defineBundleCheck<{
  subject: string;
  field: string;
  lost: readonly string[];
}>({
  code: 'FLC5104',
  name: 'entries-dropped',
  severity: 'error',
  title: 'A list in a patch takes entries away that the language gives',
  message: ({ subject, field, lost }) =>
    `${subject}: the list "${field}" leaves out ${lost.map((name) => `"${name}"`).join(', ')}`,
  label: () => 'replaces the list',
  why: 'a patch merges maps, but a list in it replaces the whole list, so these entries would be gone without a word',
  fix: 'say it with a field of the language, repeat the entries here, or write null if the list is to go',
  source: 'https://www.rfc-editor.org/rfc/rfc7386',
  examples: {
    bad: examplePool(
      'env: { GOPROXY: "https://go.example.com" }\n    pod: { env: [{ name: CPUS, valueFrom: { resourceFieldRef: { resource: limits.cpu } } }] }',
    ),
    good: examplePool('pod: { hostAliases: [{ ip: 10.0.0.1, hostnames: [git.example.com] }] }'),
  },
  check({ bundle, plain }, report) {
    const ofLanguage = new Map(plain.items.map((item) => [keyOf(item), item]));
    for (const item of bundle.items) {
      const base = ofLanguage.get(keyOf(item));
      if (!base || base === item) continue;
      for (const { path, lost } of droppedEntries(contentOf(base), contentOf(item), [])) {
        const place = placeOf(item, path);
        if (!isEscape(place) || isDecided(item, path)) continue;
        const names = lost.map(({ name }) => name);
        const params = { subject: subjectOf(item), field: formatPath(path), lost: names };
        const first = base.origin([...path, lost[0]!.index]);
        report(params, place, { part: 'key', related: [{ path: first, text: 'left out' }] });
      }
    }
  },
});

// A map in the place of a list claims its own keys only.
function placeOf(item: BundleItem, path: Path): Path {
  const final = valueAt(contentOf(item), path);
  const [key] = isMap(final) ? Object.keys(final) : [];
  return key === undefined ? item.origin(path) : item.origin([...path, key]).slice(0, -1);
}

function* droppedEntries(base: unknown, final: unknown, path: Path): Generator<Dropped> {
  if (Array.isArray(base)) yield* droppedFromList(base, final, path);
  else if (isMap(base) && Array.isArray(final)) {
    // The chart takes variables as a map or as a list, and a list in the place of the map replaces it.
    const entries = Object.keys(base).map((name) => ({ name }));
    yield* droppedFromList(entries, final, path);
  } else if (isMap(base) && isMap(final)) {
    for (const key of Object.keys(base)) {
      yield* droppedEntries(base[key], final[key], [...path, key]);
    }
  }
}

// A list that is gone altogether was deleted on purpose.
function* droppedFromList(
  base: readonly unknown[],
  final: unknown,
  path: Path,
): Generator<Dropped> {
  if (final === undefined) return;
  const kept = Array.isArray(final) ? final : [];
  const places = base.map((entry) => kept.findIndex((other) => isSameEntry(entry, other)));
  const lost = base.flatMap((entry, index) =>
    places[index]! < 0 ? [{ index, name: nameOf(entry) ?? `entry ${index + 1}` }] : [],
  );
  if (lost.length > 0) yield { path, lost };
  for (const [index, place] of places.entries()) {
    if (place >= 0) yield* droppedEntries(base[index], kept[place], [...path, place]);
  }
}

function isSameEntry(a: unknown, b: unknown): boolean {
  const name = nameOf(a);
  return name === undefined ? isSame(a, b) : name === nameOf(b);
}

/** What tells an entry of a list from the others: of mounts the path, because one volume may be mounted twice. */
function nameOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry;
  return (
    textAt(entry, ['mountPath']) ?? textAt(entry, ['name']) ?? textAt(entry, ['metadata', 'name'])
  );
}

// Patches of such a field have findings of their own, be they a list or not.
function isDecided(item: BundleItem, path: Path): boolean {
  if (item.type === 'object' && item.object.kind === 'HorizontalRunnerAutoscaler') return true;
  const place = item.origin(path);
  return (
    path.at(-1) === 'labels' ||
    decidedFields(item).some(
      ({ parts, allows }) => !allows?.(place) && parts.some((part) => startsWith(path, part)),
    )
  );
}
