import type { CST } from 'yaml';
import { keepsBreaks } from './tokens.ts';

/** Columns that a level is deeper than the one above. */
export const step = 2;

/** A word, quoted or not. One of several lines keeps its line breaks: they are part of what it says. */
export function printWord(
  head: string,
  { source }: CST.FlowScalar,
  { isBelow, column }: { readonly isBelow: boolean; readonly column: number },
): string[] {
  const [first, ...others] = source.split('\n') as [string, ...string[]];
  if (others.length === 0) return [head + first];
  const indent = ' '.repeat(column + step);
  const below = others.map((line) => (line.trim() === '' ? '' : indent + line.trimStart()));
  return isBelow ? [head.trimEnd(), indent + first, ...below] : [head + first, ...below];
}

/** A text in lines of its own keeps every character but the indentation, which is no part of it. */
export function printBlockScalar(
  head: string,
  value: CST.BlockScalar,
  { old, column }: { readonly old: number; readonly column: number },
): string[] {
  const header = value.props.map((token) => ('source' in token ? token.source : '')).join('');
  const lines = value.source.replace(/\n$/, '').split('\n');
  const given = Number(/^[|>][+-]?([1-9])/.exec(header)?.[1] ?? 0);
  const written = lines.find((line) => line.trim() !== '') ?? '';
  const depth = given > 0 ? old + given : written.length - written.trimStart().length;
  const indent = ' '.repeat(column + (given > 0 ? given : step));
  const body = lines.map((line) => (line.length > depth ? indent + line.slice(depth) : ''));
  const last = keepsBreaks(value) ? -1 : body.findLastIndex((line) => line !== '');
  return [head + header.trimEnd(), ...(last < 0 ? body : body.slice(0, last + 1))];
}
