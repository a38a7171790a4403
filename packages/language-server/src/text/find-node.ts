import { listNodes, type OutlineNode, type Token } from './outline.ts';
import { parseOutline } from './parse-outline.ts';

/** A node with the word of it that was pointed at. */
export interface Pointed {
  readonly node: OutlineNode;
  readonly token: Token;
}

/** The key or the value at an offset. */
export function findNode(text: string, offset: number): Pointed | undefined {
  for (const node of listNodes(parseOutline(text))) {
    const token = [node.key, node.scalar].find(
      (word) => word && word.start <= offset && offset <= word.end,
    );
    if (token && !node.isBare) return { node, token };
  }
  return undefined;
}
