import { readFileSync } from 'node:fs';
import { readSchemas } from '../../kubernetes/scripts/schema-files.mjs';

/** What the language passes on to a pod, and all that those types reach. */
const roots = [
  'PodSpec',
  'PodSecurityContext',
  'SecurityContext',
  'Toleration',
  'Affinity',
  'TopologySpreadConstraint',
  'Volume',
];

const texts = JSON.parse(
  readFileSync(new URL('../../../schemas/kubernetes/pod-texts.json', import.meta.url), 'utf8'),
);

/**
 * Kubernetes' types as the CRDs of ARC know them, for editors: references within one file, words beside each pattern, and
 * a sentence for every field.
 *
 * @throws {Error} for a field without a sentence, and for a sentence without a field
 */
export function readPodTypes() {
  const schemas = readSchemas();
  const found = new Map();
  const pending = roots.map((name) => ['kubernetes-arc', name]);
  while (pending.length > 0) {
    const [file, name] = pending.pop();
    if (found.has(name)) continue;
    const refer = (ref) => {
      const [other, pointer] = ref.split('#');
      const target = pointer.split('/').at(-1);
      pending.push([other === '' ? file : other, target]);
      return `#/definitions/${target}`;
    };
    found.set(name, simplify(schemas.get(file).definitions[name], refer));
  }
  const known = [...found].flatMap(([name, type]) => tell(name, type.properties ?? {}));
  const unknown = Object.keys(texts).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Error(`pod-texts.json tells of ${unknown.join(', ')}`);
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Leaves out what only our validators know. */
function simplify(node, refer) {
  if (Array.isArray(node)) return node.map((item) => simplify(item, refer));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).flatMap(([key, value]) => {
    if (key === '$ref') return [[key, refer(value)]];
    if (key === 'x-words')
      return [['pattern' in node ? 'patternErrorMessage' : 'errorMessage', sentence(value)]];
    return key.startsWith('x-') || key === 'description' ? [] : [[key, simplify(value, refer)]];
  });
  return Object.fromEntries(entries);
}

/** Puts the sentence, the example and the meanings of words beside each field of a type. */
function tell(name, properties) {
  // An editor need not offer what may never stand there.
  for (const [field, schema] of Object.entries(properties)) {
    if ('not' in schema) delete properties[field];
  }
  return Object.entries(properties).flatMap(([field, schema]) => {
    const key = `${name}.${field}`;
    if (!(key in texts)) throw new Error(`pod-texts.json does not tell of ${key}`);
    const { text, example, words } = texts[key];
    properties[field] = {
      description: text,
      ...(example !== undefined && { examples: [example] }),
      ...(words && { enumDescriptions: schema.enum.map((word) => words[word]) }),
      ...schema,
    };
    return [key, ...tell(key, schema.properties ?? {})];
  });
}

function sentence(words) {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
