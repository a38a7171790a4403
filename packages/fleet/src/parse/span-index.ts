import type { Path, Span } from '@fleetc/diagnostics';
import type { Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import {
  COLLECTION_STYLE_FLOW,
  constructFromEvents,
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  getScalarValue,
  SCALAR_STYLE_DOUBLE_QUOTED,
  SCALAR_STYLE_PLAIN,
  SCALAR_STYLE_SINGLE_QUOTED,
} from 'js-yaml';

/** A range of the text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A node of the text with its children by key or index. */
interface Node {
  /** What it is made of when it can be a key. */
  scalar?: ScalarEvent;
  key?: Range;
  value: Range;
  children?: Map<string | number, Node>;
}

/** A key that one map holds twice. */
export interface DuplicateKey {
  readonly key: string;
  readonly first: Range;
  readonly second: Range;
  readonly path: Path;
}

/** Every place of a document, worked out from the parser's events in one pass. */
export interface SpanIndex {
  readonly find: (path: Path, part: 'key' | 'value') => Range;
  readonly duplicates: readonly DuplicateKey[];
}

/** Builds the index; linear in the number of events. */
export function indexSpans(events: readonly Event[], text: string): SpanIndex {
  const walker: Walker = { events, text, at: 0, anchors: new Map(), duplicates: [] };
  while (events[walker.at]?.type === EVENT_DOCUMENT) walker.at++;
  const root = readNode(walker, [], 0);
  return {
    duplicates: walker.duplicates,
    find: (path, part) => findRange(walker, root, path, part),
  };
}

/** Turns a range of `file` into a span. */
export function toSpan(file: string, range: Range): Span {
  return { file, start: range.start, end: range.end };
}

interface Walker {
  readonly events: readonly Event[];
  readonly text: string;
  at: number;
  readonly anchors: Map<string, Node>;
  readonly duplicates: DuplicateKey[];
}

function findRange(walker: Walker, root: Node, path: Path, part: 'key' | 'value'): Range {
  let node = root;
  let found = 0;
  for (const step of path) {
    const child = node.children?.get(step) ?? findName(walker, node, step);
    if (!child) break;
    node = child;
    found++;
  }
  if (found < path.length && isShorthand(node)) return node.value;
  if (found < path.length || part === 'key') return node.key ?? firstLine(node, root);
  return node.value;
}

// A list of names is the short form of a map.
function findName(walker: Walker, { children }: Node, step: string | number): Node | undefined {
  if (typeof step === 'number' || !children?.has(0)) return undefined;
  const items = [...children.values()];
  return items.find(({ scalar }) => scalar && keyName(walker, scalar) === step);
}

// What lies below a scalar is a part of its long form.
function isShorthand({ scalar, value }: Node): boolean {
  return scalar !== undefined && value.end > value.start;
}

// A list item has no key and the document has none either: the first thing in it stands for it.
function firstLine(node: Node, root: Node): Range {
  const first = node.children?.values().next().value;
  if (node !== root) return node.value;
  return first?.key ?? node.value;
}

function readNode(walker: Walker, path: Path, fallback: number): Node {
  const event = walker.events[walker.at++];
  switch (event?.type) {
    case EVENT_SCALAR:
      return remember(walker, event, {
        scalar: event,
        value: scalarRange(event, fallback),
      });
    case EVENT_MAPPING:
      return remember(walker, event, readMapping(walker, path, event));
    case EVENT_SEQUENCE:
      return remember(walker, event, readSequence(walker, path, event));
    case EVENT_ALIAS: {
      const range = { start: event.anchorStart - 1, end: event.anchorEnd };
      const anchored = walker.anchors.get(walker.text.slice(event.anchorStart, event.anchorEnd));
      return { ...anchored, value: range };
    }
    default:
      return { value: { start: fallback, end: fallback } };
  }
}

function remember(
  walker: Walker,
  event: { readonly anchorStart: number; readonly anchorEnd: number },
  node: Node,
): Node {
  if (event.anchorStart >= 0) {
    walker.anchors.set(walker.text.slice(event.anchorStart, event.anchorEnd), node);
  }
  return node;
}

function readMapping(walker: Walker, path: Path, event: MappingEvent): Node {
  const children = new Map<string | number, Node>();
  const firsts = new Map<string, Range>();
  let end = insideStart(event);
  while (!closes(walker)) {
    const keyNode = readNode(walker, path, end);
    const key = keyNode.scalar ? keyName(walker, keyNode.scalar) : '';
    const child = readNode(walker, [...path, key], keyNode.value.end);
    child.key = keyNode.value;
    const first = firsts.get(key);
    if (first) walker.duplicates.push({ key, first, second: keyNode.value, path });
    else firsts.set(key, keyNode.value);
    children.set(key, child);
    end = Math.max(end, child.value.end, keyNode.value.end);
  }
  walker.at++;
  return { value: { start: event.start, end: outsideEnd(walker, event, end) }, children };
}

function readSequence(walker: Walker, path: Path, event: SequenceEvent): Node {
  const children = new Map<string | number, Node>();
  let end = insideStart(event);
  for (let index = 0; !closes(walker); index++) {
    const child = readNode(walker, [...path, index], end);
    children.set(index, child);
    end = Math.max(end, child.value.end);
  }
  walker.at++;
  return { value: { start: event.start, end: outsideEnd(walker, event, end) }, children };
}

function insideStart({ start, style }: MappingEvent | SequenceEvent): number {
  return style === COLLECTION_STYLE_FLOW ? start + 1 : start;
}

// The parser does not tell where a bracket closes; behind the last child there is little before it.
function outsideEnd(
  { text }: Walker,
  { style }: MappingEvent | SequenceEvent,
  end: number,
): number {
  if (style !== COLLECTION_STYLE_FLOW) return end;
  const rest = /(?:[\s,:?]|#.*)*[\]}]/y;
  rest.lastIndex = end;
  return rest.test(text) ? rest.lastIndex : end;
}

// `01: a` is the key `1`. Keys whose text may be a number, a boolean or nothing are read as the parser reads them.
const oddKey = /^(?:$|[-+.~0-9nNtTfF])/;

function keyName({ events, text }: Walker, event: ScalarEvent): string {
  const written = getScalarValue(text, event);
  const isOdd = event.style === SCALAR_STYLE_PLAIN && oddKey.test(written);
  if (!isOdd && event.tagStart < 0) return written;
  const alone = [events[0]!, { ...event, anchorStart: -1 }, { type: EVENT_POP }];
  return String(constructFromEvents(alone, { source: text })[0]);
}

function closes(walker: Walker): boolean {
  const event = walker.events[walker.at];
  return event === undefined || event.type === EVENT_POP;
}

function scalarRange(event: ScalarEvent, fallback: number): Range {
  if (event.valueStart < 0) return { start: fallback, end: fallback };
  const quoted =
    event.style === SCALAR_STYLE_SINGLE_QUOTED || event.style === SCALAR_STYLE_DOUBLE_QUOTED;
  const margin = quoted ? 1 : 0;
  return { start: event.valueStart - margin, end: event.valueEnd + margin };
}
