import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deriveDefinitions } from './derive-definitions.mjs';

const root = new URL('../../../schemas/', import.meta.url);
const folders = ['arc', 'argocd', 'charts', 'flux', 'kubernetes', 'secrets'];

/** @typedef {Record<string, any>} Schema */

/**
 * Reads every schema of the repository by `$id`, the two that are derived from kubernetes-models among them.
 *
 * @returns {ReadonlyMap<string, Schema>}
 */
export function readSchemas() {
  const schemas = new Map(writtenSchemas().map((schema) => [schema.$id, schema]));
  const fields = readJson('kubernetes/pod-fields.json');
  for (const id of ['kubernetes', 'kubernetes-arc']) {
    const names = namesUsed(schemas.values(), id);
    schemas.set(id, { $id: id, definitions: deriveDefinitions(names, rulesFor(id, fields)) });
  }
  return schemas;
}

/** The definition, and the `$id` of the file it stands in, that a `$ref` found in the file `base` names. */
export function resolveRef(schemas, base, ref) {
  const [id, pointer] = ref.split('#');
  const file = id === '' ? base : id;
  const steps = pointer.split('/').slice(1);
  const schema = steps.reduce((node, step) => node?.[step], schemas.get(file));
  if (schema === undefined) throw new Error(`${base} refers to ${ref}, which does not exist`);
  return { base: file, schema };
}

function writtenSchemas() {
  return folders.flatMap((folder) =>
    readdirSync(fileURLToPath(new URL(`${folder}/`, root)))
      .filter((name) => name.endsWith('.schema.json'))
      .sort()
      .map((name) => readJson(`${folder}/${name}`)),
  );
}

function readJson(path) {
  return JSON.parse(readFileSync(new URL(path, root), 'utf8'));
}

function namesUsed(schemas, id) {
  const text = JSON.stringify([...schemas]);
  const names = [...text.matchAll(/"\$ref":"([\w-]+)#\/definitions\/(\w+)"/g)]
    .filter(([, file]) => file === id)
    .map(([, , name]) => name);
  return [...new Set(names)].sort();
}

function rulesFor(id, { arc, ...rules }) {
  const limits = { unknown: [], refused: {}, added: {} };
  return { ...rules, ...(id === 'kubernetes-arc' ? arc : limits) };
}
