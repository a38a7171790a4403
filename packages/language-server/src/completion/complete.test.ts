import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listForms, type Schema } from '../schema/schema.ts';
import { schemasOf } from '../schema/schema-of-node.ts';
import { listNodes, type OutlineNode } from '../text/outline.ts';
import { parseOutline } from '../text/parse-outline.ts';
import { complete } from './complete.ts';

const repository = join(import.meta.dirname, '../../../..');
const schemaFile = join(repository, 'schemas/fleet.schema.json');
const root = JSON.parse(readFileSync(schemaFile, 'utf8')) as Schema;
const examples = readdirSync(join(repository, 'examples')).map((name) => ({
  name,
  text: readFileSync(join(repository, 'examples', name, 'fleet.yaml'), 'utf8'),
}));

function offered(text: string, offset: number): string[] {
  const suggestions = complete({ root, starter: '' }, text, offset)?.suggestions ?? [];
  return suggestions.filter(({ kind }) => kind !== 'example').map(({ label }) => label);
}

/** Whether the keys of a map are words of the language; otherwise they are names that the file gives. */
function hasFields(map: OutlineNode): boolean {
  const forms = schemasOf(root, map).flatMap((schema) => listForms(root, schema));
  return forms.some(({ properties }) => properties);
}

function fieldsOf(text: string): OutlineNode[] {
  return [...listNodes(parseOutline(text))].filter(({ key, parent }) => key && hasFields(parent!));
}

it.each(examples)('offers every key of $name where it stands', ({ text }) => {
  const fields = fieldsOf(text);
  expect(fields.length).toBeGreaterThan(10);
  for (const { key } of fields) expect(offered(text, key!.end)).toContain(key!.text);
});

it.each(examples)(
  'offers every choice and every reference of $name where it stands',
  ({ text }) => {
    for (const { scalar, key } of fieldsOf(text)) {
      const words = scalar ? offered(text, scalar.isQuoted ? scalar.end - 1 : scalar.end) : [];
      const isOpen = words.length === 0 || key!.text === 'addressing';
      if (!isOpen) expect(words).toContain(scalar!.text);
    }
  },
);
