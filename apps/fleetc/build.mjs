// Bundles the command line from the sources of all packages into dist/. The entry is one small file that answers help and
// version by itself; commands are a second bundle whose chunks it loads by name.
import { sharedOptions } from '@fleetc/bundling';
import { build } from 'esbuild';
import { isBuiltin } from 'node:module';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The schema as text: it is printed as it stands and never parsed. */
const fleetSchema = {
  name: 'fleet-schema',
  setup({ onResolve, onLoad }) {
    const file = join(root, '../../schemas/fleet.schema.json');
    onResolve({ filter: /^fleetc:fleet-schema$/ }, () => ({ path: file, namespace: 'text' }));
    onLoad({ filter: /.*/, namespace: 'text' }, () => {
      const text = JSON.stringify(readFileSync(file, 'utf8'));
      return { contents: `export const fleetSchema = ${text};` };
    });
  },
};

/** Leaves the commands out of the entry: it imports them where the second bundle puts them. */
const commandsApart = {
  name: 'commands-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/([a-z]+)\.command\.ts$/ }, ({ path }) => {
      const name = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length);
      return { path: `./commands/${name}.mjs`, external: true };
    });
  },
};

/** Takes the form of `yaml` that is a module: the other one asks for `require`, which a module does not have. */
const yamlAsModule = {
  name: 'yaml-as-module',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^yaml$/ }, async ({ resolveDir }) => {
      const { path } = await resolve('yaml/package.json', { resolveDir, kind: 'import-statement' });
      return { path: join(dirname(path), 'browser/index.js') };
    });
  },
};

/** Lets what is no module reach the modules of Node: `require`, by which it asks for them, does not exist in the output. */
const builtinsWithoutRequire = {
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

const shared = {
  ...sharedOptions(root),
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
};

const [entry, commands] = await Promise.all([
  build({
    ...shared,
    entryPoints: { main: 'src/main.ts' },
    plugins: [commandsApart],
  }),
  build({
    ...shared,
    entryPoints: ['src/commands/*.command.ts'],
    outbase: 'src',
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    plugins: [fleetSchema, yamlAsModule, builtinsWithoutRequire],
  }),
]);

const outputs = { ...entry.metafile.outputs, ...commands.metafile.outputs };
writeFileSync(join(root, 'dist/metafile.json'), JSON.stringify({ outputs }));

// Old chunks go after the new ones are in place, so that a run beside the build finds what it needs.
for (const name of readdirSync(join(root, 'dist/chunks'))) {
  if (!(`dist/chunks/${name}` in outputs)) rmSync(join(root, 'dist/chunks', name));
}
