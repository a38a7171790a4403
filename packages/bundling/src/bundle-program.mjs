import { build } from 'esbuild';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedOptions } from './shared-options.mjs';

/** Bundles `src/main.ts` of a folder into one executable file, so that an image needs nothing but Node and it. */
export async function bundleProgram(root, name) {
  const outfile = `dist/${name}.mjs`;
  const { metafile } = await build({
    ...sharedOptions(root),
    entryPoints: ['src/main.ts'],
    outfile,
    // What is no module asks for the modules of Node by `require`, which does not exist in one that is.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  chmodSync(join(root, outfile), 0o755);
  writeFileSync(join(root, 'dist/metafile.json'), JSON.stringify(metafile));
}
