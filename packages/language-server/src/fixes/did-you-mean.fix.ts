import { nearest } from '@fleetc/diagnostics';
import { suggestKeys } from '../completion/suggest-keys.ts';
import { suggestValues } from '../completion/suggest-values.ts';
import type { Schema } from '../schema/schema.ts';
import { schemasOf } from '../schema/schema-of-node.ts';
import { findNode, type Pointed } from '../text/find-node.ts';
import type { Fix } from './fix.ts';

/** Replaces a word that is not allowed by the one that was probably meant, of those that completion offers. */
export const didYouMean: Fix = {
  propose({ text, offset, schema }) {
    const pointed = findNode(text, offset);
    if (!pointed) return undefined;
    const { start, end, text: said, isQuoted } = pointed.token;
    const candidates = listCandidates(schema, pointed);
    const word = candidates.includes(said) ? undefined : nearest(said, candidates);
    if (word === undefined) return undefined;
    const margin = isQuoted ? 1 : 0;
    const edit = { start: start + margin, end: end - margin, text: word };
    return { title: `Change to "${word}"`, edits: [edit] };
  },
};

function listCandidates(root: Schema, { node, token }: Pointed): string[] {
  if (token === node.scalar) return suggestValues(root, node).map(({ label }) => label);
  const isKnown = schemasOf(root, node).length > 0;
  return isKnown ? [] : suggestKeys(root, node.parent!).map(({ label }) => label);
}
