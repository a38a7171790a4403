// Bundles the plugin from the sources of all packages into one file, so that an image needs nothing but Node and it.
import { build } from 'esbuild';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const outfile = 'dist/fleetc-argocd.mjs';

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/main.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['@fleetc/source'],
  minify: true,
  legalComments: 'none',
  define: { FLEETC_VERSION: JSON.stringify(version) },
  // What is no module asks for the modules of Node by `require`, which does not exist in one that is.
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  metafile: true,
  logLevel: 'warning',
});

chmodSync(root + outfile, 0o755);
writeFileSync(`${root}dist/metafile.json`, JSON.stringify(metafile));
