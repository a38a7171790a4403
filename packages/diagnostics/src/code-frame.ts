import { excerptLine, type LineExcerpt } from './excerpt-line.ts';
import type { LineIndex, Position } from './line-index.ts';
import type { Ink, Paint } from './paint.ts';
import { toPrintable } from './printable.ts';
import type { Label } from './span.ts';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

/** A label and how it is marked: the primary one by `^`, others by `-`. */
export interface Mark {
  readonly label: Label;
  readonly ink: Ink;
  readonly sign: '^' | '-';
}

/** What the frames of one diagnostic share. */
export interface FrameStyle {
  readonly lines: (file: string) => LineIndex | undefined;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** Columns left of the bar. */
  readonly gutter: number;
}

/** Marks of one file that lie near each other, the first one naming the place. */
interface Frame {
  readonly file: string;
  readonly index: LineIndex | undefined;
  readonly marks: PlacedMark[];
}

interface PlacedMark extends Mark {
  readonly place: Position;
}

// Marks this many lines apart share a frame; the line between shows what connects them.
const nearLines = 2;

/** The widest line number that the frames of these marks show, for the gutter. */
export function lineNumberWidth(marks: readonly Mark[], lines: FrameStyle['lines']): number {
  const numbers = marks.map(
    ({ label }) => lines(label.span.file)?.position(label.span.start).line ?? 0,
  );
  return String(Math.max(0, ...numbers)).length;
}

/** Shows each mark under its source line; marks that lie near each other share a frame. */
export function formatFrames(marks: readonly Mark[], style: FrameStyle): string[] {
  return collectFrames(marks, style.lines).flatMap((frame) => formatFrame(frame, style));
}

function collectFrames(marks: readonly Mark[], lines: FrameStyle['lines']): Frame[] {
  const frames: Frame[] = [];
  for (const mark of marks) {
    const { file, start } = mark.label.span;
    const index = lines(file);
    const placed = { ...mark, place: index?.position(start) ?? { line: 0, column: 0 } };
    const near = frames.find((frame) => frame.file === file && isNear(frame, placed));
    if (near) near.marks.push(placed);
    else frames.push({ file, index, marks: [placed] });
  }
  return frames;
}

function isNear(frame: Frame, { place }: PlacedMark): boolean {
  return frame.marks.some((mark) => Math.abs(mark.place.line - place.line) <= nearLines);
}

function formatFrame({ file, index, marks }: Frame, style: FrameStyle): string[] {
  const [{ place }] = marks as [PlacedMark];
  const margin = ' '.repeat(style.gutter);
  const at = index ? `:${place.line}:${place.column}` : '';
  const header = `${margin}${style.paint('frame', '┌─')} ${toPrintable(file)}${at}`;
  if (!index) return [header, ...marks.flatMap((mark) => formatWords(mark, 0, style))];
  const numbers = marks.map((mark) => mark.place.line);
  const body: string[] = [];
  for (let line = Math.min(...numbers); line <= Math.max(...numbers); line++) {
    const here = marks.filter((mark) => mark.place.line === line);
    body.push(...formatLine(index, line, here, style));
  }
  return [header, ...body];
}

function formatLine(
  index: LineIndex,
  line: number,
  marks: readonly PlacedMark[],
  style: FrameStyle,
): string[] {
  const room = style.width - style.gutter - 2;
  const text = index.lineText(line);
  if (marks.length === 0) return [bar(String(line), excerptLine(text, 0, 0, room).text, style)];
  const rows: string[] = [];
  let shown: string | undefined;
  for (const mark of marks) {
    const excerpt = excerptLine(text, ...markedRange(index, mark, text), room);
    // A long line is shown again for a mark that lies outside of the window before.
    if (excerpt.text !== shown) rows.push(bar(String(line), excerpt.text, style));
    shown = excerpt.text;
    rows.push(...formatMark(mark, excerpt, style));
  }
  return rows;
}

/** The range within the mark's first line; a span that goes on below is marked to the end of the words there. */
function markedRange(
  index: LineIndex,
  { label, place }: PlacedMark,
  text: string,
): [number, number] {
  const lineStart = index.lineStart(place.line);
  const start = place.column - 1;
  const end = label.span.end - lineStart;
  return [start, end > text.length ? Math.max(start, text.trimEnd().length) : end];
}

function formatMark(mark: PlacedMark, { from, to }: LineExcerpt, style: FrameStyle): string[] {
  const { paint } = style;
  const signs = ' '.repeat(from) + paint(mark.ink, mark.sign.repeat(to - from));
  const words = toPrintable(mark.label.text);
  const room = style.width - style.gutter - 2 - to - 1;
  if (words === '') return [bar('', signs, style)];
  if (textWidth(words) <= room) return [bar('', `${signs} ${paint(mark.ink, words)}`, style)];
  return [bar('', signs, style), ...formatWords(mark, from, style)];
}

/** The words of a mark on lines of their own, below the marker where that leaves room to read. */
function formatWords({ ink, label }: Mark, from: number, style: FrameStyle): string[] {
  const words = toPrintable(label.text);
  if (words === '') return [];
  const room = style.width - style.gutter - 2;
  const indent = Math.max(0, Math.min(from, room - 40));
  return wrapText(words, room - indent).map((line) =>
    bar('', ' '.repeat(indent) + style.paint(ink, line), style),
  );
}

function bar(number: string, text: string, { gutter, paint }: FrameStyle): string {
  const edge = paint('frame', `${number.padStart(gutter)}│`);
  return text === '' ? edge : `${edge} ${text}`;
}
