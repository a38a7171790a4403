import { findEntry } from '../../text/outline.ts';
import { parseOutline } from '../../text/parse-outline.ts';

/** The lines of one pool: from the comment above its key to the next pool or block. */
export interface PoolChunk {
  readonly name: string;
  readonly start: number;
  /** Behind the colon of the key. */
  readonly body: number;
  readonly end: number;
  /** The column of the key. */
  readonly indent: number;
}

/** The pools of a text that has them on lines of their own, in their order; none where anchors tie parts together. */
export function poolChunks(text: string): readonly PoolChunk[] {
  if (/(?:^|[\s[{,:])[&*][\w-]/m.test(text)) return [];
  const root = parseOutline(text);
  const block = findEntry(root, 'pools');
  if (!block || block.isFlow) return [];
  const keys = block.children.flatMap(({ key }) => key ?? []);
  const next = root.children[root.children.indexOf(block) + 1]?.key?.start;
  const starts = [...keys.map(({ start }) => start), next ?? text.length];
  const lines = starts.map((start) => startOfLines(text, start));
  return keys.map(({ text: name, start, end }, index) => ({
    name,
    start: lines[index]!,
    body: end + 1,
    end: lines[index + 1]!,
    indent: start - lineStart(text, start),
  }));
}

/** The start of a line, or of the comments that stand right above it. */
function startOfLines(text: string, offset: number): number {
  if (offset === text.length) return offset;
  let start = lineStart(text, offset);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!/^[ \t]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
