import { code } from '../../layout/markdown.ts';

/** As what a tree stands in what is published. */
export function placeWords(path: string): string {
  return path === '.' ? 'as the root' : `as ${code(path)}`;
}
