import { readModel } from './read-model.mjs';

/** Types that are forms of text or numbers rather than objects. */
const notations = ['Quantity', 'IntOrString', 'Time'];

/**
 * Derives strict JSON Schema definitions from the declarations of kubernetes-models: the named types and all that they
 * reach, in the order of their names. `rules` is `schemas/kubernetes/pod-fields.json`, cut to one flavour.
 */
export function deriveDefinitions(names, rules) {
  checkRules(rules);
  const definitions = new Map();
  const pending = [...names];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (definitions.has(name)) continue;
    definitions.set(name, deriveDefinition(name, rules));
    const text = JSON.stringify(definitions.get(name));
    pending.push(...[...text.matchAll(/"#\/definitions\/(\w+)"/g)].map((match) => match[1]));
  }
  return Object.fromEntries([...definitions].sort(([a], [b]) => (a < b ? -1 : 1)));
}

// A rule about a field that is no longer there would silently stop protecting anything.
function checkRules({ int64, unique, defaults, unknown, refused, added }) {
  const old = [
    int64,
    Object.keys({ ...unique, ...defaults, ...refused }),
    unknown.map((u) => u.fields),
  ];
  for (const path of old.flat(2)) {
    if (!hasField(path))
      throw new Error(`pod-fields.json has a rule for ${path}, which is unknown`);
  }
  for (const path of Object.keys(added)) {
    if (hasField(path)) throw new Error(`pod-fields.json adds ${path}, which is there already`);
  }
}

function hasField(path) {
  const [type, name] = path.split('.');
  return readModel(type).some((field) => field.name === name);
}

function deriveDefinition(name, rules) {
  const unknown = new Set(rules.unknown.flatMap(({ fields }) => fields));
  const fields = readModel(name).filter((field) => !unknown.has(`${name}.${field.name}`));
  const properties = fields.map((field) => [
    field.name,
    fieldSchema(`${name}.${field.name}`, field, rules),
  ]);
  const added = Object.entries(rules.added).filter(([path]) => path.startsWith(`${name}.`));
  const required = fields.filter((field) => !field.optional).map((field) => field.name);
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries([
      ...properties,
      ...added.map(([path, schema]) => [path.slice(name.length + 1), schema]),
    ]),
  };
}

function fieldSchema(path, { type }, rules) {
  const words = rules.refused[path];
  if (words !== undefined) return { 'not': {}, 'x-words': words };
  return {
    ...typeSchema(type, path, rules),
    ...(path in rules.unique && { 'x-unique-by': rules.unique[path] }),
    ...(path in rules.defaults && { default: rules.defaults[path] }),
  };
}

function typeSchema(type, path, rules) {
  const items = /^Array<(.*)>$/.exec(type)?.[1];
  if (items !== undefined) return { type: 'array', items: typeSchema(items, path, rules) };
  const values = /^\{ \[key: string\]: (.*); \}$/.exec(type)?.[1];
  if (values !== undefined)
    return { type: 'object', additionalProperties: typeSchema(values, path, rules) };
  if (type.startsWith('@')) return { $ref: reference(type.slice(1), rules) };
  if (type.startsWith('"')) return { enum: type.split(' | ').map((text) => JSON.parse(text)) };
  if (type === 'number')
    return { $ref: `notation#/definitions/${rules.int64.includes(path) ? 'Int64' : 'Int32'}` };
  if (type === 'string' || type === 'boolean') return { type };
  throw new Error(`${path} has the type ${type}, which has no schema yet`);
}

function reference(name, { replaced }) {
  if (name in replaced) return replaced[name];
  if (!notations.includes(name)) return `#/definitions/${name}`;
  return `notation#/definitions/${name === 'Time' ? 'DateTime' : name}`;
}
