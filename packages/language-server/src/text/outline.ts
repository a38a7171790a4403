import type { Path } from '@fleetc/diagnostics';

/** A word of the text: what it says, and where it stands, quotes included. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

/** One entry of a map or item of a list, as far as the text tells, however broken it is. */
export interface OutlineNode {
  readonly parent: OutlineNode | undefined;
  readonly step: string | number;
  /** Absent at the top and for items of lists. */
  readonly key: Token | undefined;
  /** Whether only a word stands where a key and its colon belong. */
  readonly isBare: boolean;
  kind: 'empty' | 'scalar' | 'map' | 'list';
  /** Whether a map or a list stands in brackets. */
  isFlow: boolean;
  scalar: Token | undefined;
  readonly children: OutlineNode[];
}

/** The top of a text. */
export function createOutline(): OutlineNode {
  return createNode(undefined, '', undefined, false);
}

/** Adds an entry to a map, by its key. */
export function addEntry(map: OutlineNode, key: Token, isBare = false): OutlineNode {
  const entry = createNode(map, key.text, key, isBare);
  map.children.push(entry);
  return entry;
}

/** Adds an item to a list. */
export function addItem(list: OutlineNode): OutlineNode {
  const item = createNode(list, list.children.length, undefined, false);
  list.children.push(item);
  return item;
}

/** The way from the top to a node. */
export function pathOf({ parent, step }: OutlineNode): Path {
  return parent ? [...pathOf(parent), step] : [];
}

/** The entry of a map that has a key and a colon. */
export function findEntry(map: OutlineNode | undefined, key: string): OutlineNode | undefined {
  return map?.children.find((child) => child.step === key && !child.isBare);
}

/** Every node below one, in the order of the text. */
export function* listNodes(node: OutlineNode): Generator<OutlineNode> {
  for (const child of node.children) {
    yield child;
    yield* listNodes(child);
  }
}

function createNode(
  parent: OutlineNode | undefined,
  step: string | number,
  key: Token | undefined,
  isBare: boolean,
): OutlineNode {
  return {
    parent,
    step,
    key,
    isBare,
    kind: 'empty',
    isFlow: false,
    scalar: undefined,
    children: [],
  };
}
