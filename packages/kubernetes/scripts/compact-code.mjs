const failure =
  /const (err\d+) = \{(?:instancePath(?::(.*?))?,schemaPath:"(?:[^"\\]|\\.)*",keyword:("\w+"),params:(\{.*?\}))?\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;/g;
const call =
  /if\(!\((validate\d+)\((.*?), \{instancePath(?::(.*?))?,parentData.*?,rootData\}\)\)\)\{vErrors = vErrors === null \? \1\.errors : vErrors\.concat\(\1\.errors\);errors = vErrors\.length;\}/g;
const parameters = /\{instancePath="", parentData, parentDataProperty, rootData=data\}=\{\}/g;

/**
 * Halves the code that ajv writes: its repeated statements become calls of two functions, and what no sentence of ours
 * needs (schema paths, parents) goes. Works on the exact text of the pinned ajv; a text that it
 * does not recognise stops the build.
 */
export function compactCode(code) {
  const compact = code
    .replace(
      failure,
      (_, name, path = 'instancePath', keyword = '""', params = '{}') =>
        `vErrors = fail(vErrors, ${path}, ${keyword}, ${params});errors++;`,
    )
    .replace(
      call,
      (_, validate, data, path = 'instancePath') =>
        `vErrors = visit(${validate}, ${data}, ${path}, vErrors);errors = vErrors === null ? 0 : vErrors.length;`,
    )
    .replace(parameters, 'instancePath=""');
  const rest = /vErrors\.push|parentDataProperty/.exec(compact);
  if (rest)
    throw new Error(`ajv writes code that cannot be shortened: ${excerpt(compact, rest.index)}`);
  return `${compact}\n${helpers}`;
}

const helpers = `
function fail(errors, instancePath, keyword, params) {
  const error = { instancePath, keyword, params };
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}
function visit(validate, data, instancePath, errors) {
  if (validate(data, instancePath)) return errors;
  return errors === null ? validate.errors : errors.concat(validate.errors);
}
`;

function excerpt(text, index) {
  return text.slice(Math.max(0, index - 200), index + 50);
}
