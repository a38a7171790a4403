import { _, or, stringify } from 'ajv/dist/compile/codegen/index.js';

/**
 * Keywords of the lowered schemas. Each emits plain code, so that validators need nothing of ajv at run time, and each
 * error carries what its sentence needs: the known names, the allowed values or the words themselves.
 */
export const keywords = [
  {
    keyword: 'closed',
    type: 'object',
    schemaType: 'array',
    error: { params: ({ params }) => _`{unknown: ${params.key}, known: ${params.known}}` },
    code(cxt) {
      const { gen, data, schema } = cxt;
      const known = constant(gen, 'obj', _`new Set(${stringify(schema)})`);
      gen.forIn('key', data, (key) => {
        gen.if(_`!${known}.has(${key})`, () => report(cxt, { key, known }));
      });
    },
  },
  {
    keyword: 'choice',
    schemaType: 'object',
    error: { params: ({ params }) => _`{allowed: ${params.allowed}, words: ${params.words}}` },
    code(cxt) {
      const { gen, data, schema } = cxt;
      const allowed = constant(gen, 'obj', stringify(schema.values));
      cxt.setParams({ allowed, words: stringify(schema.words) });
      cxt.pass(or(...schema.values.map((value) => _`${data} === ${value}`)));
    },
  },
  {
    keyword: 'match',
    type: 'string',
    schemaType: 'object',
    error: { params: ({ params }) => _`{words: ${params.words}}` },
    code(cxt) {
      const { gen, data, schema } = cxt;
      const pattern = constant(gen, 'pattern', _`new RegExp(${schema.pattern}, "u")`);
      cxt.setParams({ words: stringify(schema.words) });
      cxt.pass(_`${pattern}.test(${data})`);
    },
  },
  {
    keyword: 'keys',
    type: 'object',
    schemaType: 'object',
    error: { params: ({ params, schema }) => _`{key: ${params.key}, words: ${schema.words}}` },
    code(cxt) {
      const { gen, data, schema } = cxt;
      const pattern = constant(gen, 'pattern', _`new RegExp(${schema.pattern}, "u")`);
      gen.forIn('key', data, (key) => {
        gen.if(_`!${pattern}.test(${key})`, () => report(cxt, { key }));
      });
    },
  },
  {
    keyword: 'forbidden',
    schemaType: 'string',
    error: { params: ({ schema }) => _`{words: ${schema}}` },
    code: (cxt) => cxt.fail(),
  },
  {
    keyword: 'exactlyOne',
    type: 'object',
    schemaType: 'array',
    error: { params: ({ schema }) => _`{names: ${stringify(schema)}}` },
    code(cxt) {
      const present = cxt.schema.map((name) => _`(${cxt.data}[${name}] !== undefined)`);
      cxt.pass(_`${present.reduce((sum, one) => _`${sum} + ${one}`)} === 1`);
    },
  },
  {
    keyword: 'apart',
    type: 'object',
    schemaType: 'array',
    error: { params: ({ params }) => _`{names: ${params.names}}` },
    code(cxt) {
      for (const pair of cxt.schema) {
        const both = pair.map((name) => _`${cxt.data}[${name}] !== undefined`);
        cxt.gen.if(_`${both[0]} && ${both[1]}`, () => report(cxt, { names: stringify(pair) }));
      }
    },
  },
  {
    keyword: 'uniqueBy',
    type: 'array',
    schemaType: 'array',
    error: { params: ({ params }) => _`{index: ${params.index}, names: ${params.names}}` },
    code(cxt) {
      const { gen, data, schema } = cxt;
      const seen = gen.const('seen', _`new Set()`);
      gen.forRange('index', 0, _`${data}.length`, (index) => {
        const parts = schema.map(
          ([name, fallback]) => _`${data}[${index}]?.[${name}] ?? ${fallback}`,
        );
        const key = gen.const('key', _`[${parts.reduce((all, part) => _`${all}, ${part}`)}]`);
        const names = stringify(schema.map(([name]) => name));
        gen.if(_`!${key}.includes(null)`, () => {
          const text = gen.const('text', _`JSON.stringify(${key})`);
          gen.if(_`${seen}.has(${text})`, () => report(cxt, { index, names }));
          gen.code(_`${seen}.add(${text})`);
        });
      });
    },
  },
];

function report(cxt, params) {
  cxt.setParams(params);
  cxt.error();
}

function constant(gen, prefix, code) {
  const key = code.toString();
  return gen.scopeValue(prefix, { key, ref: new Function(`return ${key}`)(), code });
}
