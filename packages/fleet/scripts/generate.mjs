// Makes schemas/fleet.schema.json and the fast validators out of the one zod definition.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { readPodTypes } from './pod-types.mjs';
import { formatSchema } from './format-schema.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Loads a TypeScript module by bundling it in memory, because Node 20 does not run TypeScript. */
async function load(path) {
  const { outputFiles } = await build({
    entryPoints: [here(path)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    conditions: ['@fleetc/source'],
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

/** Bundles generated code, so that nothing of ajv is needed when it runs. */
async function bundle(code) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: here('..'), loader: 'js' },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  });
  return outputFiles[0].text;
}

const { fleetJsonSchema, effectivePoolJsonSchema } = await load('../src/schema/json-schema.ts');
const { fleetEditorSchema } = await load('../src/schema/editor/editor-schema.ts');
const fleet = fleetJsonSchema();
const pool = { $id: 'effective-pool', ...effectivePoolJsonSchema() };

/** What only people and editors read. */
const annotations = new Set(['enumDescriptions', 'examples', 'patternErrorMessage']);

/** Without texts for people, and with each repeated part once: the validators shrink to a tenth. */
function compact(schema) {
  const seen = new Map();
  const definitions = {};
  const strip = (node) => {
    if (Array.isArray(node)) return node.map(strip);
    if (typeof node !== 'object' || node === null) return node;
    const entries = Object.entries(node).flatMap(([key, value]) => {
      if (typeof value === 'string' && (key === 'title' || key === 'description')) return [];
      if (annotations.has(key)) return [];
      const children = key === 'properties' || key === 'definitions';
      return [[key, children ? mapValues(value, strip) : strip(value)]];
    });
    return Object.fromEntries(entries);
  };
  const share = (node, isSchema = true) => {
    if (Array.isArray(node)) return node.map((item) => share(item));
    if (typeof node !== 'object' || node === null) return node;
    const shared = {};
    for (const [key, value] of Object.entries(node)) {
      const map = key === 'properties' || key === 'definitions';
      shared[key] = map && isSchema ? mapValues(value, (child) => share(child)) : share(value);
    }
    const text = JSON.stringify(shared);
    if (!isSchema || text.length < 120 || Object.keys(shared).length < 2) return shared;
    const name = seen.get(text) ?? `part${seen.size}`;
    seen.set(text, name);
    definitions[name] = shared;
    return { $ref: `#/definitions/${name}` };
  };
  const { $schema, $id, definitions: own = {}, ...root } = strip(schema);
  const top = share(root);
  const named = mapValues(own, (node) => share(node));
  return { $schema, $id, ...top, definitions: { ...definitions, ...named } };
}

/** Only yes or no is asked of these validators, so an error is a zero; their number still counts. */
function withoutErrors(code) {
  return code
    .replaceAll(/ = \{instancePath:.*\};$/gm, ' = 0;')
    .replaceAll(/\[\{instancePath:.*\}\];$/gm, '[0];');
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

const ajv = new Ajv({
  schemas: [compact(fleet), compact(pool)],
  inlineRefs: false,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  messages: false,
  code: { source: true, esm: true, lines: true },
});
const validators = standalone.default(ajv, {
  isFleet: fleet.$id,
  isEffectivePool: pool.$id,
});

await mkdir(here('../src/generated'), { recursive: true });
await writeFile(here('../src/generated/validators.js'), await bundle(withoutErrors(validators)));
await writeFile(
  here('../src/generated/validators.d.ts'),
  'export function isFleet(value: unknown): boolean;\nexport function isEffectivePool(value: unknown): boolean;\n',
);
const editor = fleetEditorSchema(readPodTypes());
await writeFile(here('../../../schemas/fleet.schema.json'), formatSchema(editor));
