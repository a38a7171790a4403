import type { Token } from 'markdown-it/index.js';

/** A row of a table that is about one field, option or name: its first cell is code and nothing else. */
export interface Row {
  /** Anchor of the row; no heading has a colon in its own. */
  readonly id: string;
  readonly name: string;
  /** What the other cells say. */
  readonly cells: readonly Token[];
}

/** The rows of a page by the place of their opening token; of several with one name, the first. */
export function readRows(tokens: readonly Token[]): Map<number, Row> {
  const rows = new Map<number, Row>();
  const taken = new Set<string>();
  tokens.forEach(({ type }, index) => {
    if (type !== 'tr_open') return;
    const length = tokens.slice(index).findIndex((token) => token.type === 'tr_close');
    const cells = tokens.slice(index, index + length).filter((token) => token.type === 'inline');
    const name = toName(cells[0]);
    if (name === undefined || taken.has(name)) return;
    taken.add(name);
    rows.set(index, { id: `field:${name}`, name, cells: cells.slice(1) });
  });
  return rows;
}

function toName(cell: Token | undefined): string | undefined {
  const parts = (cell?.children ?? []).filter(({ type }) => !type.startsWith('strong_'));
  const codes = parts.filter(
    ({ type, content }) => type === 'code_inline' && /^[\w.$-]+$/.test(content),
  );
  const others = parts.filter((part) => !codes.includes(part) && part.content !== '');
  return codes.length === 1 && others.length === 0 ? codes[0]!.content : undefined;
}
