import { maskSecrets } from '@fleetc/fleet';

/** A word of the command line as messages show it: a value may have been given in place of a name. */
export function shownWord(word: string): string {
  return maskSecrets({ path: '', text: word }).source.text;
}
