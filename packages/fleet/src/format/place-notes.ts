import type { Block, Entry, Lines, Notes } from './layout.ts';

/** Lines between which the root and all its comments stand, without these lines themselves. */
interface Limits {
  readonly start: number;
  readonly end: number;
}

/** An entry with the blocks that it stands in, the innermost first. */
interface Stop {
  readonly entry: Entry;
  readonly around: readonly Block[];
}

/**
 * Gives every comment line to the entry below it, to the end of the block that its indentation puts it in, or, where a
 * blank line parts it from the first entry, to the head of the block. `false` when a line is none of these.
 */
export function placeNotes(root: Block, { all }: Lines, { start, end }: Limits): boolean {
  const stops = listStops(root, []);
  let from = start + 1;
  let closing: readonly Block[] = [];
  for (const { entry, around } of stops) {
    if (entry.first < from - 1) return false;
    const gap = all.slice(from, entry.first);
    if (!gap.every(isNote)) return false;
    const open = closing.filter((block) => !around.includes(block));
    place(gap, open, { notes: entry.lead, column: entry.column });
    from = entry.last + 1;
    closing = entry.below ? [] : around;
  }
  const gap = all.slice(from, end);
  if (!gap.every(isNote)) return false;
  place(gap, closing, { notes: root.tail, column: -1 });
  trimEnd(root.tail);
  partHeads(root, true);
  return true;
}

function listStops(block: Block, above: readonly Block[]): Stop[] {
  const around = [block, ...above];
  return block.entries.flatMap((entry) => [
    { entry, around },
    ...(entry.below ? listStops(entry.below, around) : []),
  ]);
}

function isNote(line: string): boolean {
  return /^\s*(?:#.*)?$/.test(line);
}

/** Once a comment stands outside of a block, those below it do, too. */
function place(
  gap: readonly string[],
  closing: readonly Block[],
  next: { readonly notes: Notes; readonly column: number },
): void {
  const open = [...closing];
  let isBlankPending = false;
  for (const line of gap) {
    const note = line.trim();
    const column = line.length - line.trimStart().length;
    if (note === '') isBlankPending = true;
    else {
      while (open[0] && (column < leastColumn(open) || column <= next.column)) open.shift();
      const notes = open[0]?.tail ?? next.notes;
      if (isBlankPending) notes.push('');
      notes.push(note);
      isBlankPending = false;
    }
  }
  if (isBlankPending) next.notes.push('');
}

/** The column from which on a comment belongs to the innermost block; to the map, where a list is as deep as its key. */
function leastColumn([block, above]: readonly Block[]): number {
  return block!.column + Number(above?.column === block!.column);
}

function partHeads(block: Block, isRoot: boolean): void {
  const { lead } = block.entries[0]!;
  if (lead[0] === '') lead.shift();
  const blank = lead.lastIndexOf('');
  block.head.push(...lead.splice(0, blank < 0 && isRoot ? countModelines(lead) : blank + 1));
  for (const { below } of block.entries) if (below) partHeads(below, false);
}

// What tells an editor the schema has to stay above all else, and speaks of no key.
function countModelines(notes: Notes): number {
  const other = notes.findIndex((note) => !/^#\s*(?:yaml-language-server:|\$schema:)/.test(note));
  return other < 0 ? notes.length : other;
}

function trimEnd(notes: Notes): void {
  if (notes.at(-1) === '') notes.pop();
}
