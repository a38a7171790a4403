import type { CST } from 'yaml';
import type { KeyOrder } from './key-order.ts';
import type { Block, Entry, Layout, Notes } from './layout.ts';
import { type Place, printLeaf } from './print-leaf.ts';
import { step } from './print-scalar.ts';
import { afterIndicator, keyText, propsBehind } from './tokens.ts';

/** Writes a layout with two columns a level, its keys in an order. */
export function printLayout({ lines, prologue, root, epilogue }: Layout, order: KeyOrder): string {
  const body = printBlock(root, { lines, column: 0, order });
  const end = epilogue.join('\n').trimEnd();
  return [...prologue, ...body, ...(end === '' ? [] : [end]), ''].join('\n');
}

function printBlock(block: Block, place: Place): string[] {
  const indent = ' '.repeat(place.column);
  const indented = (line: string) => (line === '' ? '' : indent + line);
  const entries = sortEntries(block, place.order).flatMap(({ entry, lead }) => {
    const steps = entry.word ?? block.entries.indexOf(entry);
    const [first, ...others] = printEntry(entry, { ...place, order: place.order.below(steps) });
    return [...lead.map(indented), indent + first!, ...others];
  });
  return [...block.head.map(indented), ...entries, ...block.tail.map(indented)];
}

/** Entries in their order. The blank line above the one that comes first goes to the one that was first. */
function sortEntries({ kind, entries }: Block, { rank }: KeyOrder) {
  const ranked = entries.map((entry) => ({ entry, lead: entry.lead, rank: rankOf(entry) }));
  const old = ranked[0]!;
  const sorted = kind === 'map' ? ranked.sort((a, b) => compare(a.rank, b.rank)) : ranked;
  const first = sorted[0]!;
  if (first !== old && first.lead[0] === '') {
    first.lead = first.lead.slice(1);
    old.lead = withBlank(old.lead);
  }
  return sorted;

  function rankOf({ word }: Entry): number {
    return word === undefined ? Number.POSITIVE_INFINITY : rank(word);
  }
}

function compare(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}

function withBlank(notes: Notes): Notes {
  return notes[0] === '' ? notes : ['', ...notes];
}

/** The lines of an entry, of which the first one lacks its indentation. */
function printEntry(entry: Entry, place: Place): string[] {
  const { below, item } = entry;
  if (!below) return printLeaf(entry, place);
  const inner = printBlock(below, { ...place, column: place.column + step });
  const behind = ` ${propsBehind(item)}`.trimEnd() + commentBehind(item);
  if (item.sep) return [`${keyText(item)}:${behind}`, ...inner];
  const [first, ...others] = inner as [string, ...string[]];
  const isApart = behind !== '' || first.trimStart().startsWith('#');
  return isApart ? [`-${behind}`, ...inner] : [`- ${first.trimStart()}`, ...others];
}

/** The comment on the line of the key, with the blanks before it as they are. */
function commentBehind(item: CST.CollectionItem): string {
  const tokens = afterIndicator(item);
  const first = tokens.findIndex(({ type }) => type === 'comment' || type === 'newline');
  if (tokens[first]?.type !== 'comment') return '';
  return (tokens[first - 1]?.source ?? ' ') + tokens[first].source.trimEnd();
}
