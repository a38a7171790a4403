import { findEntry, type OutlineNode } from '../text/outline.ts';
import type { ReferencePlace } from './named-blocks.ts';

/** The names that can stand at a place of reference, as the file defines them; those that a list holds already are left out. */
export function listNames(holder: OutlineNode, { block, login }: ReferencePlace): string[] {
  let top = holder;
  while (top.parent) top = top.parent;
  const entries = findEntry(top, block)?.children.filter(({ isBare }) => !isBare) ?? [];
  const names = entries
    .filter((entry) => login === undefined || login === isLogin(entry))
    .map(({ step }) => String(step));
  const taken = takenBeside(holder);
  return names.filter((name) => !taken.includes(name));
}

function isLogin(credential: OutlineNode): boolean {
  return findEntry(credential, 'registry') !== undefined;
}

function takenBeside({ parent, step }: OutlineNode): (string | undefined)[] {
  if (typeof step !== 'number') return [];
  return parent!.children.filter((item) => item.step !== step).map(({ scalar }) => scalar?.text);
}
