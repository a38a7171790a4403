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

/** Kubernetes' types as the CRDs of ARC know them, for editors: references within one file, and words beside each pattern. */
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

function sentence(words) {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
