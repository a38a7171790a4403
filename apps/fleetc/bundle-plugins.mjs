import { isBuiltin } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const schema = join(import.meta.dirname, '../../schemas/fleet.schema.json');

/** The schema as text: it is printed as it stands and never parsed. */
export const fleetSchema = {
  name: 'fleet-schema',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^fleetc:fleet-schema$/ }, () => ({ path: schema, namespace: 'text' }));
    onLoad({ filter: /.*/, namespace: 'text' }, () => {
      const text = JSON.stringify(readFileSync(schema, 'utf8'));
      return { contents: `export const fleetSchema = ${text};` };
    });
  },
};

/** Takes the form of `yaml` that is a module: the other one asks for `require`, which a module does not have. */
export const yamlAsModule = {
  name: 'yaml-as-module',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^yaml$/ }, async ({ resolveDir }) => {
      const { path } = await resolve('yaml/package.json', { resolveDir, kind: 'import-statement' });
      return { path: join(dirname(path), 'browser/index.js') };
    });
  },
};

/** Lets what is no module reach the modules of Node: `require`, by which it asks for them, does not exist in the output. */
export const builtinsWithoutRequire = {
  name: 'builtins-without-require',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?[a-z0-9_/]+$/ }, ({ path, kind }) =>
      kind === 'require-call' && isBuiltin(path) ? { path, namespace: 'builtin' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};
