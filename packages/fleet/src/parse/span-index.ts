import type { Path, Span } from '@fleetc/diagnostics';
import {
  constructFromEvents,
  type Event,
  EVENT_ALIAS,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  getScalarValue,
  SCALAR_STYLE_PLAIN,
  type ScalarEvent,
} from 'js-yaml';
import { type EventTable, tabulateEvents } from './event-table.ts';

/** A range of the text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A node of the text, by numbers of events. */
interface Node {
  readonly key?: number;
  /** Where it stands, which is the alias where it is one. */
  readonly place: number;
}

type Children = ReadonlyMap<string | number, Node>;

/** A key that one map holds twice. */
export interface DuplicateKey {
  readonly key: string;
  readonly first: Range;
  readonly second: Range;
  readonly path: Path;
}

/** Every place of a document. */
export interface SpanIndex {
  readonly find: (path: Path, part: 'key' | 'value') => Range;
  readonly duplicates: () => readonly DuplicateKey[];
}

/** Keeps what is needed of the parser's events; names are read when a path goes through their map for the first time. */
export function indexSpans(events: readonly Event[], text: string): SpanIndex {
  const index: Index = { table: tabulateEvents(events, text), text, known: new Map() };
  return {
    find: (path, part) => findRange(index, path, part),
    duplicates: () => findDuplicates(index, index.table.root, []),
  };
}

/** Turns a range of `file` into a span. */
export function toSpan(file: string, range: Range): Span {
  return { file, start: range.start, end: range.end };
}

interface Index {
  readonly table: EventTable;
  readonly text: string;
  readonly known: Map<number, Children>;
}

function findRange(index: Index, path: Path, part: 'key' | 'value'): Range {
  const root: Node = { place: index.table.root };
  let node = root;
  let found = 0;
  for (const step of path) {
    const children = childrenOf(index, node);
    const child = children?.get(step) ?? findName(index, children, step);
    if (!child) break;
    node = child;
    found++;
  }
  const value = rangeOf(index, node.place);
  if (found < path.length && isShorthand(index, node)) return value;
  if (found === path.length && part === 'value') return value;
  return rangeOf(index, node.key ?? firstKey(index, node, root) ?? node.place);
}

// A list of names is the short form of a map.
function findName(index: Index, children: Children | undefined, step: string | number) {
  if (typeof step === 'number' || !children?.has(0)) return undefined;
  return [...children.values()].find(({ place }) => nameAt(index, place) === step);
}

// What lies below a scalar is a part of its long form.
function isShorthand(index: Index, { place }: Node): boolean {
  const { start, end } = rangeOf(index, place);
  return index.table.types[contentOf(index, place)] === EVENT_SCALAR && end > start;
}

// A list item has no key and the document has none either: the first thing in it stands for it.
function firstKey(index: Index, node: Node, root: Node): number | undefined {
  if (node !== root) return undefined;
  return childrenOf(index, node)?.values().next().value?.key;
}

function childrenOf(index: Index, { place }: Node): Children | undefined {
  const at = contentOf(index, place);
  const known = index.known.get(at);
  if (known) return known;
  const children = readChildren(index, at);
  if (children) index.known.set(at, children);
  return children;
}

function readChildren(index: Index, at: number): Children | undefined {
  const { types } = index.table;
  if (types[at] === EVENT_MAPPING) {
    return new Map(entriesAt(index, at).map(([name, node]) => [name, node]));
  }
  if (types[at] !== EVENT_SEQUENCE) return undefined;
  return new Map(placesIn(index, at).map((place, position) => [position, { place }]));
}

function entriesAt(index: Index, at: number): [name: string, node: Node & { key: number }][] {
  const entries: [string, Node & { key: number }][] = [];
  const places = placesIn(index, at);
  for (let next = 0; next + 1 < places.length; next += 2) {
    const key = places[next]!;
    entries.push([nameAt(index, key) ?? '', { key, place: places[next + 1]! }]);
  }
  return entries;
}

/** What stands directly in a map, keys and values in turn, or in a list. */
function placesIn({ table: { closes } }: Index, at: number): number[] {
  const places: number[] = [];
  const end = closes[at]!;
  // Nothing but a collection is closed by another event.
  for (let next = at + 1; next < end; next = (closes[next] || next) + 1) places.push(next);
  return places;
}

// Recursive, so that what is found inside of a value comes before its own key.
function findDuplicates(index: Index, place: number, path: Path): DuplicateKey[] {
  const { types } = index.table;
  if (types[place] === EVENT_SEQUENCE) {
    return placesIn(index, place).flatMap((item, position) =>
      findDuplicates(index, item, [...path, position]),
    );
  }
  if (types[place] !== EVENT_MAPPING) return [];
  const firsts = new Map<string, number>();
  return entriesAt(index, place).flatMap(([key, node]) => {
    const inside = [
      ...findDuplicates(index, node.key, path),
      ...findDuplicates(index, node.place, [...path, key]),
    ];
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, node.key);
      return inside;
    }
    const ranges = { first: rangeOf(index, first), second: rangeOf(index, node.key) };
    return [...inside, { key, path, ...ranges }];
  });
}

function rangeOf({ table: { starts, ends } }: Index, place: number): Range {
  return { start: starts[place]!, end: ends[place]! };
}

function contentOf({ table: { types, targets } }: Index, place: number): number {
  return types[place] === EVENT_ALIAS ? (targets.get(place) ?? place) : place;
}

// `01: a` is the key `1`. Keys whose text may be a number, a boolean or nothing are read as the parser reads them.
const oddKey = /^(?:$|[-+.~0-9nNtTfF])/;

/** The scalar at a place as the name that it is as a key; none where there is something else. */
function nameAt(index: Index, place: number): string | undefined {
  const { types, scalars, head } = index.table;
  const at = contentOf(index, place);
  if (types[at] !== EVENT_SCALAR) return undefined;
  const event = scalars.get(at) ?? plainScalar(rangeOf(index, at));
  const written = getScalarValue(index.text, event);
  const isOdd = event.style === SCALAR_STYLE_PLAIN && oddKey.test(written);
  if (!isOdd && event.tagStart < 0) return written;
  const alone = [head, { ...event, anchorStart: -1 }, { type: EVENT_POP }];
  return String(constructFromEvents(alone, { source: index.text })[0]);
}

function plainScalar({ start, end }: Range): ScalarEvent {
  const nowhere = { anchorStart: -1, anchorEnd: -1, tagStart: -1, tagEnd: -1 };
  const form = { style: SCALAR_STYLE_PLAIN, chomping: 1, indent: -1, fast: true } as const;
  return { type: EVENT_SCALAR, valueStart: start, valueEnd: end, ...nowhere, ...form };
}
