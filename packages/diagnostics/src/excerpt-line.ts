import { toPrintable } from './printable.ts';
import { textWidth } from './text-width.ts';

/** What is shown of a source line, and the columns (from 0, end exclusive) of the marked range in it. */
export interface LineExcerpt {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** One character as it is shown. */
interface Cell {
  readonly offset: number;
  readonly column: number;
  readonly width: number;
  readonly text: string;
}

const tabWidth = 4;

/**
 * Shows a line in `width` columns: tabs expanded, unprintable characters replaced, and where the line is too long a window
 * around the range with `…` at its cut ends. The marked range is at least one column wide.
 */
export function excerptLine(line: string, start: number, end: number, width: number): LineExcerpt {
  // Only the neighbourhood is laid out: a line can be a megabyte of ciphertext.
  const first = Math.max(0, start - 2 * width);
  const last = Math.min(line.length, start + 2 * width);
  const cells = toCells(line.slice(first, last), first);
  const total = endOf(cells.at(-1));
  const from = cells.find((cell) => cell.offset >= start)?.column ?? total;
  const to = Math.max(cells.find((cell) => cell.offset >= end)?.column ?? total, from + 1);
  const isWhole = first === 0 && last === line.length;
  if (isWhole && Math.max(total, to) <= width) {
    return { text: cells.map((cell) => cell.text).join(''), from, to };
  }
  return cutAround(cells, { from, to, width, isHead: first === 0, isTail: last === line.length });
}

interface Window {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  /** Whether the cells begin and end where the line does. */
  readonly isHead: boolean;
  readonly isTail: boolean;
}

function cutAround(cells: readonly Cell[], window: Window): LineExcerpt {
  const { from, to, isHead, isTail } = window;
  const room = window.width - 2;
  const total = Math.max(endOf(cells.at(-1)), to);
  const centred = from - Math.floor((room - Math.min(to - from, room)) / 2);
  const left = Math.max(0, isTail ? Math.min(centred, total - room) : centred);
  const visible = cells.filter(
    (cell) => cell.column >= left && cell.column + cell.width <= left + room,
  );
  const origin = visible[0]?.column ?? left;
  const head = left > 0 || !isHead ? '…' : '';
  const tail = endOf(visible.at(-1)) < endOf(cells.at(-1)) || !isTail ? '…' : '';
  const shift = head.length - origin;
  const shownTo = Math.min(to, Math.max(endOf(visible.at(-1)), from + 1));
  return {
    text: head + visible.map((cell) => cell.text).join('') + tail,
    from: from + shift,
    to: shownTo + shift,
  };
}

function toCells(text: string, firstOffset: number): Cell[] {
  const cells: Cell[] = [];
  let offset = firstOffset;
  let column = 0;
  for (const character of text) {
    const isTab = character === '\t';
    const shown = isTab ? ' '.repeat(tabWidth - (column % tabWidth)) : toPrintable(character);
    const width = textWidth(shown);
    cells.push({ offset, column, width, text: shown });
    offset += character.length;
    column += width;
  }
  return cells;
}

function endOf(cell: Cell | undefined): number {
  return cell ? cell.column + cell.width : 0;
}
