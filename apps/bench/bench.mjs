// Bundles the programs of the benchmark from source and starts the first; the others are started by it, one process each,
// so that none pays for what another one loaded.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

await build({
  absWorkingDir: root,
  entryPoints: {
    main: 'src/main.ts',
    steps: 'src/measure/steps.ts',
    cdk8s: 'src/peers/cdk8s-app.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['@fleetc/source'],
  // A peer is measured as its users run it: from its own package, unbundled.
  external: ['cdk8s', 'constructs', 'esbuild', 'vitest'],
  banner: {
    js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
  },
  logLevel: 'warning',
});

await import('./dist/main.mjs');
