import {
  EVENT_ALIAS,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';

/** An alias by which a small text stands for a value that is endless, or larger than the limit. */
export interface AliasKnot {
  readonly kind: 'endless' | 'large';
  readonly start: number;
  readonly end: number;
}

/** A node while it is counted: `size` is the count before it as long as it is open, and its own afterwards. */
interface Counted {
  size: number;
  open: boolean;
}

/**
 * The first alias that stands inside of the value that it names, or with which all aliases together stand for more than
 * `limit` nodes. A few aliases of aliases are enough for either, so that their number alone says nothing.
 */
export function findAliasKnot(
  events: readonly Event[],
  text: string,
  limit: number,
): AliasKnot | undefined {
  if (!events.some(({ type }) => type === EVENT_ALIAS)) return undefined;
  const anchors = new Map<string, Counted>();
  const open: Counted[] = [];
  let size = 0;
  let copied = 0;
  for (const event of events) {
    if (event.type === EVENT_POP) close(open.pop(), size);
    if (event.type === EVENT_ALIAS) {
      const place = { start: event.anchorStart - 1, end: event.anchorEnd };
      const anchored = anchors.get(text.slice(event.anchorStart, event.anchorEnd));
      if (anchored?.open) return { kind: 'endless', ...place };
      size += anchored?.size ?? 0;
      copied += anchored?.size ?? 0;
      if (copied > limit) return { kind: 'large', ...place };
    }
    if (!isNode(event)) continue;
    const node = { size, open: true };
    size++;
    if (event.type === EVENT_SCALAR) close(node, size);
    else open.push(node);
    if (event.anchorStart >= 0) {
      anchors.set(text.slice(event.anchorStart, event.anchorEnd), node);
    }
  }
  return undefined;
}

function close(node: Counted | undefined, size: number): void {
  if (!node) return;
  node.size = size - node.size;
  node.open = false;
}

function isNode(event: Event): event is ScalarEvent | MappingEvent | SequenceEvent {
  const { type } = event;
  return type === EVENT_SCALAR || type === EVENT_MAPPING || type === EVENT_SEQUENCE;
}
