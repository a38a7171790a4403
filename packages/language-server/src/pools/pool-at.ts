import { toPatched } from '../names/environment-path.ts';
import { listNodes, type OutlineNode, pathOf } from '../text/outline.ts';
import { parseOutline } from '../text/parse-outline.ts';

/** A pool that the text names, and the environment where an override is what names it. */
export interface PoolPlace {
  readonly pool: string;
  readonly environment?: string;
}

/** The pool in which an offset lies, to the end of its last line; `undefined` elsewhere. */
export function poolAt(text: string, offset: number): PoolPlace | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const content = /\S/.exec(text.slice(lineStart, offset)) ? offset : firstWord(text, lineStart);
  let nearest: OutlineNode | undefined;
  for (const node of listNodes(parseOutline(text))) {
    const start = (node.key ?? node.scalar)?.start;
    if (start !== undefined && start <= content) nearest = node;
  }
  if (!nearest) return undefined;
  const { path, environment } = toPatched(pathOf(nearest));
  const [block, pool] = path;
  if (block !== 'pools' || pool === undefined) return undefined;
  return { pool: String(pool), ...(environment !== undefined && { environment }) };
}

/** Where the words of a line begin, so that a cursor in its indentation counts to it. */
function firstWord(text: string, lineStart: number): number {
  const spaces = /[ \t]*/y;
  spaces.lastIndex = lineStart;
  spaces.test(text);
  return spaces.lastIndex;
}
