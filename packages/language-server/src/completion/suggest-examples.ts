import { patchesNames } from '../names/named-blocks.ts';
import { formatScalar } from '../schema/describe-field.ts';
import { formsOf, schemasOf } from '../schema/schema-of-node.ts';
import { describeSchema, type Schema } from '../schema/schema.ts';
import { escapeText } from '../snippets/placeholders.ts';
import type { OutlineNode } from '../text/outline.ts';
import type { Suggestion } from './suggestion.ts';

/** The examples of a field whose values nobody can list, selected once they stand there, so that typing replaces them. */
export function suggestExamples(root: Schema, holder: OutlineNode): Suggestion[] {
  const words = schemasOf(root, holder).map((schema) => describeSchema(root, schema));
  const texts = examplesOf(root, holder).flatMap((example) => formatExample(example) ?? []);
  return [...new Set(texts)].map((text) => ({
    kind: 'example',
    label: text.replaceAll(/^"|"$/g, ''),
    detail: 'example',
    documentation: words[0] ?? '',
    text: `\${1:${escapeText(text)}}`,
    rank: 1,
  }));
}

/** The keys of an example, in a map whose keys are no words of the language. */
export function suggestExampleKeys(root: Schema, map: OutlineNode): Suggestion[] {
  if (patchesNames(map) || formsOf(root, map).some(({ properties }) => properties)) return [];
  const present = map.children.filter(({ isBare }) => !isBare).map(({ step }) => step);
  const entries = examplesOf(root, map).flatMap((example) =>
    isMap(example) ? Object.entries(example) : [],
  );
  return [...new Map(entries)]
    .filter(([key]) => !present.includes(key))
    .map(([key, value]) => ({
      kind: 'key',
      label: key,
      detail: 'example',
      documentation: '',
      text: `${formatScalar(key)}:${isMap(value) && !map.isFlow ? '' : ' '}`,
      rank: 1,
    }));
}

/** The examples of a field, or of what it is a part of. */
function examplesOf(root: Schema, node: OutlineNode): readonly unknown[] {
  const own = schemasOf(root, node).flatMap(({ examples = [] }) => examples);
  if (own.length > 0 || !node.parent) return own;
  return examplesOf(root, node.parent).flatMap((whole) => {
    if (Array.isArray(whole)) return typeof node.step === 'number' ? whole : [];
    return isMap(whole) && Object.hasOwn(whole, node.step) ? [whole[node.step]] : [];
  });
}

/** Nothing for a map, which begins on the next line. */
function formatExample(example: unknown): string | undefined {
  if (Array.isArray(example)) {
    const items = example.map(formatExample);
    return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
  }
  if (typeof example === 'string') return formatScalar(example);
  return typeof example === 'number' || typeof example === 'boolean' ? String(example) : undefined;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
