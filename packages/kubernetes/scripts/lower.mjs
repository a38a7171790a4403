/**
 * Rewrites a schema of this repository into keywords whose errors can be told in plain words.
 *
 * The files say `oneOf`, `not`, `enum` and so on, because that is what every reader of JSON Schema knows; ajv would answer
 * those with errors that name no field, or with several for one mistake. Each form that the files use has one keyword
 * here (`keywords.mjs`), and a form without one stops the build.
 */
export function lower(schema, context) {
  if ('$ref' in schema) return { $ref: schema.$ref };
  const lowered = {};
  for (const [keyword, value] of Object.entries(schema)) {
    const form = forms[keyword];
    if (form === undefined)
      throw new Error(`no rule for the keyword ${keyword} in ${context.base}`);
    Object.assign(lowered, form(value, schema, context));
  }
  if ('choice' in lowered) delete lowered.type;
  return lowered;
}

const dropped = () => ({});
const kept = (keyword) => (value) => ({ [keyword]: value });
const nested = (keyword) => (value, _, context) => ({ [keyword]: lower(value, context) });
const named = (keyword) => (value, _, context) => ({
  [keyword]: Object.fromEntries(
    Object.entries(value).map(([name, s]) => [name, lower(s, context)]),
  ),
});

const forms = {
  ...Object.fromEntries(
    ['$schema', '$id', 'title', 'description', 'examples', 'default', 'definitions', 'x-words'].map(
      (keyword) => [keyword, dropped],
    ),
  ),
  ...Object.fromEntries(
    [
      'type',
      'required',
      'minimum',
      'maximum',
      'minItems',
      'maxItems',
      'minLength',
      'maxLength',
    ].map((keyword) => [keyword, kept(keyword)]),
  ),
  'properties': named('properties'),
  'propertyNames': (names, _, context) => {
    const { pattern, 'x-words': words } = context.resolve(names.$ref);
    return { keys: { pattern, words } };
  },
  'if': nested('if'),
  'then': nested('then'),
  'items': (value, _, context) => ({
    items: Array.isArray(value) ? value.map((s) => lower(s, context)) : lower(value, context),
  }),
  'additionalProperties': (value, schema, context) => {
    if (value === true) return {};
    if (value === false) return { closed: Object.keys(schema.properties) };
    return { additionalProperties: lower(value, context) };
  },
  'enum': (values, schema) => ({ choice: { values, words: schema['x-words'] ?? null } }),
  'const': (value, schema) => ({ choice: { values: [value], words: schema['x-words'] ?? null } }),
  'pattern': (pattern, schema, context) => {
    const words = schema['x-words'];
    if (words === undefined) throw new Error(`${context.base} has no words for ${pattern}`);
    return { match: { pattern, words } };
  },
  'oneOf': (branches) => ({ exactlyOne: branches.map(onlyRequired).flat() }),
  'not': (refused, schema) =>
    Object.keys(refused).length === 0
      ? { forbidden: schema['x-words'] }
      : { apart: [onlyRequired(refused)] },
  'allOf': (parts) => ({ apart: parts.map(({ not }) => onlyRequired(not)) }),
  'x-unique-by': (keys, schema, context) => ({
    uniqueBy: keys.map((key) => [
      key,
      context.resolve(schema.items.$ref).properties[key].default ?? null,
    ]),
  }),
};

function onlyRequired(schema) {
  const { required, ...rest } = schema;
  if (required === undefined || Object.keys(rest).length > 0) {
    throw new Error(`no rule for the form ${JSON.stringify(schema)}`);
  }
  return required;
}
