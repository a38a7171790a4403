import { expect, it } from 'vitest';
import { z } from 'zod';
import { describe, strictMap } from '../schema/strict-map.ts';
import { exampleMap } from './example-map.ts';

const leaf = (example: unknown) => describe(z.unknown(), 'A value.', example);

it.each<[string, z.ZodType, string | undefined]>([
  ['texts that YAML would read otherwise', leaf({ a: '1', b: 'x: y' }), '{ a: "1", b: "x: y" }'],
  [
    'numbers, words and lists',
    leaf({ a: 1, b: true, c: ['d', 'e'] }),
    '{ a: 1, b: true, c: [d, e] }',
  ],
  [
    'what is required alone',
    strictMap('Map', { url: leaf('https://a.b/c.git'), path: leaf('d').optional() }),
    '{ url: https://a.b/c.git }',
  ],
  [
    'nothing where a required key has no example',
    strictMap('Map', { url: leaf('a'), path: z.string() }),
    undefined,
  ],
  ['nothing where nothing is required', strictMap('Map', { a: leaf('b').optional() }), undefined],
  ['nothing where the example is no map', leaf('text'), undefined],
])('writes %s in one line', (_, field, map) => {
  const found = exampleMap(strictMap('Whole', { field }), ['field'], {});
  expect(found).toBe(map && `field: ${map}`);
});
