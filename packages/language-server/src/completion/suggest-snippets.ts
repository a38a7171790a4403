import { patchesNames } from '../names/named-blocks.ts';
import { formsOf, schemasOf } from '../schema/schema-of-node.ts';
import { listParts, type Schema, type SchemaSnippet } from '../schema/schema.ts';
import { hasStops } from '../snippets/placeholders.ts';
import { renderSnippet } from '../snippets/render-snippet.ts';
import { starterSnippet } from '../snippets/starter-snippet.ts';
import type { OutlineNode } from '../text/outline.ts';
import { suggestKeys } from './suggest-keys.ts';
import type { Suggestion } from './suggestion.ts';

/** The snippets that the schema has for a map: one for each way to begin an entry, or to fill what is still empty. */
export function suggestSnippets(root: Schema, map: OutlineNode): Suggestion[] {
  if (map.isFlow || patchesNames(map)) return [];
  const parts = schemasOf(root, map).flatMap((schema) => [...listParts(root, schema)]);
  const snippets = parts.flatMap(({ defaultSnippets = [] }) => defaultSnippets);
  const byLabel = new Map(snippets.map((snippet) => [snippet.label, snippet]));
  const hasFields = formsOf(root, map).some(({ properties }) => properties);
  const open = hasFields ? suggestKeys(root, map).map(({ label }) => label) : undefined;
  return [...byLabel.values()].filter((one) => fits(one, map, open)).map(toSuggestion);
}

/** A key without a tab stop is a word of the language, which has to have a place in the map. */
function fits({ body }: SchemaSnippet, map: OutlineNode, open?: readonly string[]): boolean {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  const words = Object.keys(body).filter((key) => !hasStops(key));
  const present = map.children.filter(({ isBare }) => !isBare).map(({ step }) => step);
  return words.every((word) => !present.includes(word) && open?.includes(word) !== false);
}

function toSuggestion({ label, description = '', body }: SchemaSnippet): Suggestion {
  const text = renderSnippet(body);
  return { kind: 'snippet', label, detail: '', documentation: description, text, rank: 2 };
}

/** A whole file to start from, where a document is empty. */
export function suggestStarter(starter: string): Suggestion {
  return {
    kind: 'snippet',
    label: 'fleet',
    detail: 'a whole file to start from',
    documentation: '',
    text: starterSnippet(starter),
    rank: 0,
  };
}
