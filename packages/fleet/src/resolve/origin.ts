import type { Diagnostic, Path, Span } from '@fleetc/diagnostics';
import type { Origin } from '../model.ts';
import type { Document } from '../parse/document.ts';
import { hasPath, valueAt } from './plain.ts';

/** One layer of a pool: where it stands in the file, and its value in long form. */
export interface Layer {
  readonly name: string;
  readonly path: Path;
  readonly value: unknown;
}

/** What is needed to say where an effective value was written. */
export interface Writing {
  readonly document: Document;
  readonly environment: string;
  /** The file in long form, without the environment's override. */
  readonly base: unknown;
  readonly override: unknown;
  /** The layers of each pool, the built-in defaults first. */
  readonly layers: ReadonlyMap<string, readonly Layer[]>;
}

/** Where the effective value at `path` was written, or its nearest ancestor that was. */
export function findOrigin(writing: Writing, path: Path, part: 'key' | 'value' = 'value'): Origin {
  const [block, name, ...rest] = path;
  const layers = block === 'pools' ? writing.layers.get(String(name)) : undefined;
  if (!layers) return findInFile(writing, path, part);
  for (let length = rest.length; length > 0; length--) {
    const place = rest.slice(0, length);
    const layer = layers.findLast((candidate) => hasPath(candidate.value, place));
    if (!layer) continue;
    if (layer.name === 'default') break;
    const exact = length === rest.length;
    const found = findInFile(writing, [...layer.path, ...place], exact ? part : 'key');
    // Below what a layer wrote, the rest was filled in.
    if (!exact) return { ...found, layer: 'default' };
    return layer.path[0] === 'profiles' && found.layer === 'file'
      ? { ...found, layer: layer.name }
      : found;
  }
  const pool = findInFile(writing, ['pools', String(name)], rest.length > 0 ? 'key' : part);
  return rest.length > 0 ? { ...pool, layer: 'default' } : pool;
}

function findInFile(writing: Writing, path: Path, part: 'key' | 'value'): Origin {
  const { document, environment, base, override } = writing;
  for (let length = path.length; length > 0; length--) {
    const place = path.slice(0, length);
    const exact = length === path.length;
    const layer = exact ? undefined : 'default';
    if (hasPath(override, place)) {
      const overridePath = ['environments', environment, 'override', ...place];
      const span = document.span(overridePath, exact ? part : 'key');
      return { layer: layer ?? `environment ${environment}`, span };
    }
    if (hasPath(base, place)) {
      return { layer: layer ?? 'file', span: document.span(place, exact ? part : 'key') };
    }
  }
  return { layer: path.length > 0 ? 'default' : 'file', span: document.span([], 'key') };
}

/** The place of a path in the file as written, and in the override where it takes part: two places of one finding. */
export function findBoth(
  writing: Writing,
  path: Path,
): { readonly file?: Span; readonly override?: Span } {
  const { document, environment, base, override } = writing;
  const inOverride = hasPath(override, path);
  return {
    ...(hasPath(base, path) && { file: document.span(path, 'key') }),
    ...(inOverride && {
      override: document.span(['environments', environment, 'override', ...path], 'key'),
    }),
  };
}

/** Shows what an override breaks in both places: the override, and the file as it would be without it. */
export function withFilePlace(writing: Writing, diagnostic: Diagnostic): Diagnostic {
  const { path = [], related } = diagnostic;
  const { file, override } = findBoth(writing, path);
  if (!file || !override) return diagnostic;
  const verb = valueAt(writing.override, path) === null ? 'removes' : 'changes';
  return {
    ...diagnostic,
    related: [...related, { span: file, text: `the override ${verb} this` }],
  };
}

/** Shows the pool, too, where a part of it that a profile gives is wrong in it. */
export function withPoolPlace(writing: Writing, pool: string, diagnostic: Diagnostic): Diagnostic {
  const path = ['pools', pool];
  const key = findOrigin(writing, path, 'key').span;
  const { start = 0 } = diagnostic.primary?.span ?? {};
  if (key.start <= start && start <= findOrigin(writing, path).span.end) return diagnostic;
  return { ...diagnostic, related: [...diagnostic.related, { span: key, text: 'in this pool' }] };
}
