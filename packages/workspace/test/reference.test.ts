import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatReference, type SchemaNode } from '../src/format-reference.ts';

const root = join(import.meta.dirname, '../../..');

it('keeps the field reference fresh', async () => {
  const text = readFileSync(join(root, 'schemas/fleet.schema.json'), 'utf8');
  const page = formatReference(JSON.parse(text) as SchemaNode);
  await expect(page).toMatchFileSnapshot(join(root, 'docs/reference.md'));
});
