import type { Path } from '@fleetc/diagnostics';
import { type Document, parseDocument } from '@fleetc/fleet';
import { definitionAt, type NamedBlock, referenceAt } from './named-blocks.ts';

/** One place in the text that holds the name of a credential, a scope, a profile or a pool. */
export interface NameUse {
  readonly block: NamedBlock;
  readonly name: string;
  readonly isDefinition: boolean;
  /** Where the name is written, without quotes. */
  readonly start: number;
  readonly end: number;
  /** How it is written; an alias, for example, is another text than the name. */
  readonly written: string;
  readonly isQuoted: boolean;
}

/** Every use of every name, in the order of the text; none when the text is no YAML. */
export async function findNames(text: string): Promise<readonly NameUse[]> {
  const { value: document } = await parseDocument({ path: '', text });
  if (!document) return [];
  // What an alias repeats is written once.
  const byPlace = new Map(collect(document, document.value, []).map((use) => [use.start, use]));
  return [...byPlace.values()].sort((a, b) => a.start - b.start);
}

/** The use at an offset. */
export function nameAt(uses: readonly NameUse[], offset: number): NameUse | undefined {
  return uses.find(({ start, end, isQuoted }) => {
    const margin = isQuoted ? 1 : 0;
    return start - margin <= offset && offset <= end + margin;
  });
}

/** Every use of the name that one use is of. */
export function usesOf(uses: readonly NameUse[], { block, name }: NameUse): readonly NameUse[] {
  return uses.filter((use) => use.block === block && use.name === name);
}

function collect(document: Document, value: unknown, path: Path): NameUse[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    const here = [...path, step];
    return [...usesAt(document, child, here), ...collect(document, child, here)];
  });
}

function usesAt(document: Document, value: unknown, path: Path): NameUse[] {
  const defined = definitionAt(path);
  if (defined) return [toUse(document, path, { block: defined, part: 'key' })];
  const place = referenceAt(path);
  if (!place) return [];
  const { block } = place;
  if (typeof value === 'string') return [toUse(document, path, { block, part: 'value', value })];
  // A list of names may be written as a map with these keys.
  const isKey = typeof path.at(-1) === 'string' && place.isList === true;
  return isKey ? [{ ...toUse(document, path, { block, part: 'key' }), isDefinition: false }] : [];
}

interface Place {
  readonly block: NamedBlock;
  readonly part: 'key' | 'value';
  readonly value?: string;
}

function toUse(document: Document, path: Path, { block, part, value }: Place): NameUse {
  const { start, end } = document.span(path, part);
  const whole = document.source.text.slice(start, end);
  const isQuoted = /^(["']).*\1$/s.test(whole);
  const margin = isQuoted ? 1 : 0;
  return {
    block,
    name: value ?? String(path.at(-1)),
    isDefinition: part === 'key',
    start: start + margin,
    end: end - margin,
    written: whole.slice(margin, whole.length - margin),
    isQuoted,
  };
}
