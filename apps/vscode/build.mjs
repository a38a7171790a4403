// Bundles the extension, and takes over the parts of the command line that `fleetc lsp` loads: they are built already.
import { sharedOptions } from '@fleetc/bundling';
import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyServer } from './pack/copy-server.mjs';

const root = import.meta.dirname;

const { metafile } = await build({
  ...sharedOptions(root),
  entryPoints: { extension: 'src/extension.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  // Editors load extensions by `require`, and hand out their own interface the same way.
  format: 'cjs',
  external: ['vscode'],
});
writeFileSync(join(root, 'dist/metafile.json'), JSON.stringify(metafile));
copyServer(join(root, '../fleetc/dist'), join(root, 'dist/server'));
