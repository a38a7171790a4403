import { compile } from 'json-schema-to-typescript';
import { resolveRef } from './schema-files.mjs';

/** Files whose definitions keep their names, because the others refer to them. */
const shared = ['notation', 'metadata', 'kubernetes', 'kubernetes-arc'];

/** Notes about the bundle that holds the definitions, which is nobody's type. */
const provenance =
  / \*(?:\n \*)? This interface was referenced by `Unused`'s JSON-Schema\n \* via the `definition` "\w+"\.\n/g;

/**
 * TypeScript declarations of every kind and of every chart's values. Pod types are declared once, as the ARC kinds know
 * them: `kubernetes-arc` comes last and wins over `kubernetes`.
 */
export async function typeDeclarations(schemas) {
  const definitions = [...schemas].flatMap(([id, schema]) => definitionsOf(id, schema, schemas));
  const all = { type: 'object', definitions: Object.fromEntries(definitions) };
  const text = await compile(all, 'Unused', {
    additionalProperties: false,
    bannerComment: '',
    // Lists of bounded length would become unions of tuples.
    maxItems: -1,
    unreachableDefinitions: true,
  });
  return text
    .replace(/^export interface Unused .*\n/m, '')
    .replace(provenance, '')
    .replace(/\/\*\*\n \*\/\n/g, '');
}

function definitionsOf(id, schema, schemas) {
  const typed = (name, s) => [name, typeForm(s, id, schemas)];
  const inner = Object.entries(schema.definitions ?? {}).map(([name, s]) =>
    typed(typeName(id, name, schemas), s),
  );
  return 'type' in schema ? [typed(schema.title, schema), ...inner] : inner;
}

function typeName(id, name, schemas) {
  return shared.includes(id) ? name : `${schemas.get(id).title ?? 'Runner'}${name}`;
}

// What no type can say (patterns, bounds, exclusions) is left to the validators.
function typeForm(schema, id, schemas) {
  // Beside `$ref` a description would be lost, so the reference stands one level deeper.
  if ('$ref' in schema) {
    const reference = { $ref: typeRef(schema.$ref, id, schemas) };
    return 'description' in schema
      ? { description: schema.description, allOf: [reference] }
      : reference;
  }
  const form = {};
  for (const keyword of ['description', 'type', 'enum', 'const', 'required']) {
    if (keyword in schema) form[keyword] = schema[keyword];
  }
  const inner = (s) => typeForm(s, id, schemas);
  if (schema.items) form.items = inner(schema.items);
  if ('additionalProperties' in schema) {
    const rest = schema.additionalProperties;
    form.additionalProperties = typeof rest === 'object' ? inner(rest) : rest;
  }
  const allowed = Object.entries(schema.properties ?? {}).filter(
    ([, s]) => !isRefused(s, id, schemas),
  );
  if (allowed.length > 0)
    form.properties = Object.fromEntries(allowed.map(([n, s]) => [n, inner(s)]));
  return form;
}

function typeRef(ref, id, schemas) {
  const [file, name] = ref.split('#/definitions/');
  return `#/definitions/${typeName(file || id, name, schemas)}`;
}

function isRefused(schema, id, schemas) {
  return (
    'not' in ('$ref' in schema ? resolveRef(schemas, id, schema.$ref).schema : schema) &&
    !('properties' in schema)
  );
}
