import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const modelsFile = createRequire(import.meta.url).resolve('kubernetes-models/package.json');
const models = dirname(modelsFile);
const machinery = dirname(
  createRequire(modelsFile).resolve('@kubernetes-models/apimachinery/package.json'),
);
const folders = [
  join(models, 'v1'),
  join(models, 'apps/v1'),
  join(models, 'networking.k8s.io/v1'),
  join(machinery, 'apis/meta/v1'),
];

/** @typedef {{ name: string, optional: boolean, type: string }} Field */

/**
 * The fields of one Kubernetes type as kubernetes-models declares them; references to other types read `@Name`.
 *
 * @returns {readonly Field[]}
 */
export function readModel(name) {
  const file = folders.map((folder) => join(folder, `${name}.d.ts`)).find(existsSync);
  if (file === undefined) throw new Error(`kubernetes-models has no type ${name}`);
  const text = readFileSync(file, 'utf8').replace(/\s*\/\*\*[\s\S]*?\*\//g, '');
  const body = /export interface I\w+ \{\n([\s\S]*?)\n\}/.exec(text)?.[1];
  if (body === undefined) throw new Error(`${name} is not an interface`);
  return readFields(`${body}\n`, readImports(text, file));
}

function readImports(text, file) {
  const imports = text.matchAll(/import \{ (\w+) \} from "([^"]+)"/g);
  return new Map([...imports].map(([, alias, path]) => [alias, importedType(path, file)]));
}

// Types are told apart by their bare names, so an import from a folder that is not searched must not pass unseen.
function importedType(path, file) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const target = path.startsWith('.') ? resolve(dirname(file), path) : undefined;
  if (target && !folders.includes(dirname(target))) throw new Error(`${target} is not searched`);
  return name;
}

function readFields(body, imports) {
  const fields = body.matchAll(/^ {4}"([^"]+)"(\??): ([\s\S]*?);\n(?= {4}"|$(?![\s\S]))/gm);
  return [...fields].map(([, name, mark, type]) => ({
    name,
    optional: mark === '?',
    type: type.replace(/\bIIo\w+/g, (alias) => `@${imports.get(alias)}`).replace(/\s+/g, ' '),
  }));
}
