// Bundles the command line from the sources of all packages into dist/. The entry is one small file that answers help and
// version by itself; commands are a second bundle whose chunks it loads by name.
import { sharedOptions } from '@fleetc/bundling';
import { build } from 'esbuild';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtinsWithoutRequire, fleetSchema, yamlAsModule } from './bundle-plugins.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

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
