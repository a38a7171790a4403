import { formatYaml } from '@fleetc/kubernetes';
import type { Path } from '@fleetc/diagnostics';
import { type Document, parseDocument } from '@fleetc/fleet';

/**
 * The YAML of the value at `path`, as if it stood alone: as it is written where that can be cut out, else written anew.
 */
export async function textOf(document: Document, path: Path, value: unknown): Promise<string> {
  const { start, end } = document.span(path);
  const { text } = document.source;
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  const isAtEnd = text[end] === '\n';
  const cut = outdent(text.slice(start, isAtEnd ? end + 1 : end), column);
  const { value: alone, diagnostics } = await parseDocument({ path: '', text: cut });
  // An anchor elsewhere, or a block of text at the end, is lost by cutting.
  const isSame = diagnostics.length === 0 && alone && isEqual(alone.value, value);
  return isSame ? cut : formatYaml(value);
}

function outdent(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line, row) => (row === 0 ? line : line.replace(new RegExp(`^ {0,${columns}}`), '')))
    .join('\n');
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
