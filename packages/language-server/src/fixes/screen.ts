import { maskSecrets } from '@fleetc/fleet';
import type { Proposal } from './fix.ts';

/** Says of proposals for a text whether they repeat none of its secrets, in whatever letter case. */
export function createScreen(text: string): (proposal: Proposal) => boolean {
  const { masked } = maskSecrets({ path: '', text });
  const secrets = masked.map(({ start, end }) => toLetters(text.slice(start, end)));
  return ({ title, edits }) => {
    const words = toLetters([title, ...edits.map((edit) => edit.text)].join(' '));
    return secrets.every((secret) => !words.includes(secret));
  };
}

// A name is written with other characters between its letters than a variable that is named after it.
function toLetters(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
