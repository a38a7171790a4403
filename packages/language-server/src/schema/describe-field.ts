import { describeSchema, listForms, type Schema } from './schema.ts';

/** The words on a field as Markdown, where each form of the map around it may have its own. */
export function describeFields(root: Schema, schemas: readonly Schema[]): string {
  return [...new Set(schemas.map((schema) => describeField(root, schema)))].join('\n\n');
}

/** The sentence of a field, and an example where there is one. */
function describeField(root: Schema, schema: Schema): string {
  const [example] = schema.examples ?? [];
  const sentence = describeSchema(root, schema);
  if (example === undefined) return sentence;
  return `${sentence}\n\nExample: \`${formatInline(example)}\``.trim();
}

/** What may be written for a field, in a few words: `map`, `true | false`, `sidecar | none | map`. */
export function summarizeForms(root: Schema, schema: Schema): string {
  const words = listForms(root, schema).flatMap(wordsOf);
  return [...new Set(words)].join(' | ');
}

/** A value on one line, as YAML reads it: JSON is YAML, and a plain word needs no quotes. */
export function formatInline(value: unknown): string {
  return typeof value === 'string' ? formatScalar(value) : JSON.stringify(value);
}

const plainText = /^(?:[A-Za-z_/][\w./-]*(?::[\w./-]+)*|\d[\w./-]*)$/;
const otherType = /^(?:true|false|null|yes|no|on|off|y|n|[\d._]+(?:e\d+)?|0[box]\w+|[\d-]+)$/i;

/** A text as a scalar that no YAML reader takes for something else. */
export function formatScalar(text: string): string {
  return plainText.test(text) && !otherType.test(text) ? text : JSON.stringify(text);
}

/** A key as it is written: the word `on` is one of the language and no boolean in YAML 1.2. */
export function formatKey(key: string): string {
  return /^[\w$][\w$./-]*$/.test(key) ? key : JSON.stringify(key);
}

function wordsOf({ type, enum: choices, const: word, properties }: Schema): string[] {
  if (choices) return choices.map(String);
  if (word !== undefined) return [String(word)];
  if (type === 'null') return [];
  if (type === 'object' || properties) return ['map'];
  if (type === 'array') return ['list'];
  return type === undefined ? [] : [type].flat();
}
