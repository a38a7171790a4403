import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { isNode, type Node, type Nodes } from '../../src/schema/editor/node.ts';

const root = join(import.meta.dirname, '../../../..');
const file = join(root, 'schemas/fleet.schema.json');
const text = readFileSync(file, 'utf8');
const schema = JSON.parse(text) as Node;
const definitions = schema['definitions'] as Nodes;

/** Keywords that editors read and validators do not know. */
const vocabulary = [
  'defaultSnippets',
  'enumDescriptions',
  'errorMessage',
  'markdownDescription',
  'patternErrorMessage',
];

it('is draft-07 and small enough for an editor', () => {
  expect(schema['$schema']).toBe('http://json-schema.org/draft-07/schema#');
  expect(Buffer.byteLength(text)).toBeLessThan(400_000);
});

/** Keywords below which stands no field, or none that is not told elsewhere. */
const notFields = new Set(['properties', 'definitions', 'dependencies', 'if']);

/** Every property below a node with its path. */
function* listProperties(node: unknown, path: string): Generator<[string, Node]> {
  if (Array.isArray(node)) {
    for (const item of node) yield* listProperties(item, path);
    return;
  }
  if (!isNode(node)) return;
  for (const [name, property] of Object.entries((node['properties'] as Nodes | undefined) ?? {})) {
    yield [`${path}.${name}`, property];
    yield* listProperties(property, `${path}.${name}`);
  }
  for (const [key, child] of Object.entries(node)) {
    if (!notFields.has(key)) yield* listProperties(child, path);
  }
}

/** Every field that may stand in a file: the language's own, and Kubernetes' that it passes on. */
function* listLanguage(): Generator<[string, Node]> {
  yield* listProperties(schema, '');
  for (const [name, definition] of Object.entries(definitions)) {
    yield* listProperties(definition, name);
  }
}

function resolve(node: Node): Node {
  const { $ref } = node;
  return typeof $ref === 'string' ? { ...definitions[$ref.split('/').at(-1)!], ...node } : node;
}

it('has a sentence and an example for every property', () => {
  const properties = [...listLanguage()].map(([path, node]) => [path, resolve(node)] as const);
  expect(properties.length).toBeGreaterThan(800);
  const wordless = properties.filter(
    ([, { description }]) => !/\w/.test(String(description ?? '')),
  );
  expect(wordless.map(([path]) => path)).toEqual([]);
  const bare = properties.filter(([, { examples }]) => !Array.isArray(examples));
  expect(bare.map(([path]) => path)).toEqual([]);
});

it('has a sentence for each of several words', () => {
  const wordy = [...text.matchAll(/"enum": \[([^\]]*)\]/g)].length;
  expect(wordy).toBeGreaterThan(10);
  const bare = [...listLanguage()].flatMap(([path, property]) => {
    const branches = [property, ...((property['anyOf'] as Node[] | undefined) ?? [])];
    return branches
      .filter((node) => 'enum' in node && !('enumDescriptions' in node))
      .map(() => path);
  });
  expect(bare).toEqual([]);
});

it('has its keywords in order, and the fields in the order of the reference', () => {
  const unsorted: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, path);
    if (!isNode(value)) return;
    const keys = Object.keys(value);
    if (keys.join() !== keys.toSorted().join()) unsorted.push(path);
    for (const [key, child] of Object.entries(value)) {
      if (['default', 'examples', 'defaultSnippets'].includes(key)) continue;
      if (key !== 'properties') visit(child, `${path}/${key}`);
      else for (const [name, one] of Object.entries(child as Nodes)) visit(one, `${path}/${name}`);
    }
  };
  visit(schema, '');
  expect(unsorted).toEqual([]);
  expect(Object.keys(schema['properties'] as Nodes).slice(0, 4)).toEqual([
    '$schema',
    'apiVersion',
    'kind',
    'metadata',
  ]);
});

it('is a schema by the rules of draft-07, and takes every example', () => {
  const ajv = new Ajv({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    strictTypes: false,
  });
  ajv.addVocabulary(vocabulary);
  const validate = ajv.compile(schema);
  const examples = join(root, 'examples');
  for (const name of readdirSync(examples)) {
    const fleet = join(examples, name, 'fleet.yaml');
    if (!existsSync(fleet)) continue;
    validate(load(readFileSync(fleet, 'utf8')));
    expect([name, validate.errors]).toEqual([name, null]);
  }
});

it('gives examples that are right themselves', () => {
  const ajv = new Ajv({ strict: false });
  ajv.addSchema({ ...schema, $id: 'fleet' });
  const wrong = [...listLanguage()].flatMap(([path, property]) => {
    const { examples, ...rest } = resolve(property);
    const validate = ajv.compile({ ...rest, definitions });
    const found = ((examples as unknown[] | undefined) ?? []).filter((one) => !validate(one));
    return found.map((one) => `${path}: ${JSON.stringify(one)}`);
  });
  expect(wrong).toEqual([]);
});
