import { nearest } from '@fleetc/diagnostics';
import { suggestKeys } from '../completion/suggest-keys.ts';
import { suggestValues } from '../completion/suggest-values.ts';
import type { Schema } from '../schema/schema.ts';
import { schemasOf } from '../schema/schema-of-node.ts';
import { findNode, type Pointed } from '../text/find-node.ts';

/** A word that was probably meant, for the one in the text. */
export interface Meant {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** What a word that is not allowed was meant to be, by the same candidates that completion offers. */
export function findMeant(root: Schema, text: string, offset: number): Meant | undefined {
  const pointed = findNode(text, offset);
  if (!pointed) return undefined;
  const { start, end, text: said, isQuoted } = pointed.token;
  const candidates = listCandidates(root, pointed);
  const word = candidates.includes(said) ? undefined : nearest(said, candidates);
  const margin = isQuoted ? 1 : 0;
  return word === undefined ? undefined : { start: start + margin, end: end - margin, word };
}

function listCandidates(root: Schema, { node, token }: Pointed): string[] {
  if (token === node.scalar) return suggestValues(root, node).map(({ label }) => label);
  const isKnown = schemasOf(root, node).length > 0;
  return isKnown ? [] : suggestKeys(root, node.parent!).map(({ label }) => label);
}
