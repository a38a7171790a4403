import { toPrintable } from '@fleetc/diagnostics';

/** A heading and rows of as many cells. */
export interface Table {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Columns apart by two blanks, for a terminal. */
export function printTextTable(table: Table): string {
  const rows = pad([table.heading, ...table.rows].map((row) => row.map(toPrintable)));
  return rows.map((row) => `${row.join('  ').trimEnd()}\n`).join('');
}

/** A Markdown table; cells are Markdown, in which `|` needs no escape yet. */
export function printMarkdownTable({ heading, rows }: Table): string {
  const rule = heading.map(() => '---');
  const cells = [heading, rule, ...rows].map((row) => row.map(escapeCell));
  const [first, second, ...rest] = pad(cells);
  const rules = second!.map((cell) => cell.replaceAll(' ', '-'));
  return [first!, rules, ...rest].map((row) => `| ${row.join(' | ')} |\n`).join('');
}

/** Text as code in Markdown, whatever it holds. */
export function toCode(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const gap = longest > 0 ? ' ' : '';
  return `${fence}${gap}${text}${gap}${fence}`;
}

/** Text that Markdown shows as it is. */
export function escapeMarkdown(text: string): string {
  return toPrintable(text).replace(/[\\`*_<>[\]&#]/g, String.raw`\$&`);
}

function escapeCell(text: string): string {
  return toPrintable(text).replaceAll('|', String.raw`\|`);
}

function pad(rows: readonly (readonly string[])[]): string[][] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)));
}
