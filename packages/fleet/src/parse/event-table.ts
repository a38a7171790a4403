import {
  COLLECTION_STYLE_FLOW,
  type Event,
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  type MappingEvent,
  SCALAR_STYLE_DOUBLE_QUOTED,
  SCALAR_STYLE_SINGLE_QUOTED,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';

/**
 * What spans need of the parser's events, by the number of the event. A few bytes each, where the events themselves are most
 * of what a large file takes in memory.
 */
export interface EventTable {
  /** The type of the event. */
  readonly types: Uint8Array;
  /** Where the value begins and ends, quotes and brackets included. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The event that closes a map or a list. */
  readonly closes: Int32Array;
  /** The scalars whose text is not what stands between start and end, or is no string by itself. */
  readonly scalars: ReadonlyMap<number, ScalarEvent>;
  /** The event that an alias stands for; none where there is no such anchor. */
  readonly targets: ReadonlyMap<number, number>;
  /** The event that opens the document. */
  readonly head: Event;
  readonly root: number;
}

/** A map or a list that is not closed yet. */
interface Open {
  readonly at: number;
  readonly event: MappingEvent | SequenceEvent;
  /** The end of what was read of it. */
  end: number;
}

interface Filling extends EventTable {
  readonly scalars: Map<number, ScalarEvent>;
  readonly targets: Map<number, number>;
  readonly anchors: Map<string, number>;
  readonly open: Open[];
  readonly text: string;
}

/** Makes the table of one document; linear in the number of events. */
export function tabulateEvents(events: readonly Event[], text: string): EventTable {
  const table = createTable(events, text);
  for (const [at, event] of events.entries()) {
    table.types[at] = event.type;
    if (event.type === EVENT_MAPPING || event.type === EVENT_SEQUENCE) {
      table.open.push({ at, event, end: insideStart(event) });
    } else if (event.type === EVENT_POP) {
      closeCollection(table, at);
    } else if (event.type === EVENT_SCALAR) {
      addScalar(table, at, event);
    } else if (event.type === EVENT_ALIAS) {
      addAlias(table, at, event);
    }
  }
  const { types, starts, ends, closes, scalars, targets, head, root } = table;
  return { types, starts, ends, closes, scalars, targets, head, root };
}

/** Whether a scalar has quotes around its text. */
export function isQuoted({ style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE_SINGLE_QUOTED || style === SCALAR_STYLE_DOUBLE_QUOTED;
}

function createTable(events: readonly Event[], text: string): Filling {
  const size = events.length;
  return {
    types: new Uint8Array(size),
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    closes: new Int32Array(size),
    scalars: new Map(),
    targets: new Map(),
    anchors: new Map(),
    open: [],
    text,
    head: events[0]!,
    root: events.findIndex(({ type }) => type !== EVENT_DOCUMENT),
  };
}

// The last event closes the document, which is no collection.
function closeCollection(table: Filling, at: number): void {
  const collection = table.open.pop();
  if (!collection) return;
  const { event, end } = collection;
  table.closes[collection.at] = at;
  place(table, collection.at, event.start, outsideEnd(table.text, event, end));
  remember(table, collection.at, event);
}

function addScalar(table: Filling, at: number, event: ScalarEvent): void {
  const fallback = table.open.at(-1)?.end ?? 0;
  const isAbsent = event.valueStart < 0;
  const margin = isQuoted(event) ? 1 : 0;
  const start = isAbsent ? fallback : event.valueStart - margin;
  place(table, at, start, isAbsent ? fallback : event.valueEnd + margin);
  if (isAbsent || margin > 0 || !event.fast || event.tagStart >= 0) table.scalars.set(at, event);
  remember(table, at, event);
}

function addAlias(
  table: Filling,
  at: number,
  event: { readonly anchorStart: number; readonly anchorEnd: number },
): void {
  place(table, at, event.anchorStart - 1, event.anchorEnd);
  const target = table.anchors.get(table.text.slice(event.anchorStart, event.anchorEnd));
  if (target !== undefined) table.targets.set(at, target);
}

function place({ starts, ends, open }: Filling, at: number, start: number, end: number): void {
  starts[at] = start;
  ends[at] = end;
  const holder = open.at(-1);
  if (holder) holder.end = Math.max(holder.end, end);
}

function remember(
  { anchors, text }: Filling,
  at: number,
  event: { readonly anchorStart: number; readonly anchorEnd: number },
): void {
  if (event.anchorStart >= 0) anchors.set(text.slice(event.anchorStart, event.anchorEnd), at);
}

function insideStart({ start, style }: MappingEvent | SequenceEvent): number {
  return style === COLLECTION_STYLE_FLOW ? start + 1 : start;
}

// The parser does not tell where a bracket closes; behind the last child there is little before it.
function outsideEnd(text: string, { style }: MappingEvent | SequenceEvent, end: number): number {
  if (style !== COLLECTION_STYLE_FLOW) return end;
  const rest = /(?:[\s,:?]|#.*)*[\]}]/y;
  rest.lastIndex = end;
  return rest.test(text) ? rest.lastIndex : end;
}
