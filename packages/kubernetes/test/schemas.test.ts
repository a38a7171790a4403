import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { breakages } from './breakages.ts';
import type { JsonSchema } from './json-schema.ts';
import { valuesOf } from './samples.ts';
import { schemas } from './schemas.ts';
import { validatorOf, wholeSchemas } from './validators.ts';

/** A validator that reads the schemas as they are written, with nothing of ours. */
function plainAjv(): Ajv {
  const ajv = new Ajv({ strict: false });
  for (const schema of schemas.values()) ajv.addSchema(schema);
  return ajv;
}

const ajv = plainAjv();

function everySchema(): JsonSchema[] {
  const found: JsonSchema[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (!Array.isArray(node)) found.push(node);
    Object.values(node).forEach(visit);
  };
  visit([...schemas.values()]);
  return found;
}

it.each(wholeSchemas)('accepts values of %s that a plain validator accepts', async (id) => {
  const validate = await validatorOf(id);
  const property = fc.property(valuesOf(id), (value) => {
    expect(validate(value)).toEqual([]);
    expect(ajv.validate(id, value)).toBe(true);
  });
  fc.assert(property, { seed: 1, numRuns: 100 });
});

// JSON Schema has no word for items that are unique by some of their fields, so a plain validator does not see those.
it.each(wholeSchemas)('refuses broken values of %s as a plain validator does', async (id) => {
  const validate = await validatorOf(id);
  const property = fc.property(valuesOf(id).chain(breakages), (value) => {
    const known = validate(value).filter(({ message }) => !message.startsWith('must not repeat'));
    expect(known.length === 0).toBe(ajv.validate(id, value));
  });
  fc.assert(property, { seed: 1, numRuns: 300 });
});

it.each(wholeSchemas)('never repeats a value of %s in what it says', async (id) => {
  const validate = await validatorOf(id);
  const property = fc.property(valuesOf(id), (value) => {
    const said = validate(plant(value)).map(({ message, suggestion }) => [message, suggestion]);
    expect(JSON.stringify(said)).not.toContain('planted');
  });
  fc.assert(property, { seed: 1, numRuns: 50 });
});

function plant(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'object' ? inner : 'planted-Secret',
  );
}

it('has words and examples for each pattern, and examples that match', () => {
  const patterned = everySchema().filter(({ pattern }) => typeof pattern === 'string');
  for (const { pattern, examples = [], 'x-words': words } of patterned) {
    const texts = examples.filter((example) => typeof example === 'string');
    expect({ pattern, words }).toEqual({ pattern, words: expect.stringMatching(/^must .*[^.]$/) });
    expect({ pattern, texts: texts.length }).not.toEqual({ pattern, texts: 0 });
    for (const text of texts) expect(text).toMatch(new RegExp(pattern!, 'u'));
  }
});

it('closes every object that lists its fields', () => {
  const open = everySchema().filter(
    ({ type, properties, additionalProperties }) =>
      type === 'object' && properties && additionalProperties !== false,
  );
  expect(open).toEqual([]);
});
