// Bundles the programs of the benchmark from source and starts the first; the others are started by it, one process each,
// so that none pays for what another one loaded.
import { sharedOptions } from '@fleetc/bundling';
import { build } from 'esbuild';

await build({
  ...sharedOptions(import.meta.dirname),
  entryPoints: {
    main: 'src/main.ts',
    steps: 'src/measure/steps.ts',
    cdk8s: 'src/peers/cdk8s-app.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  // A peer is measured as its users run it: from its own package, unbundled.
  external: ['cdk8s', 'constructs', 'esbuild', 'vitest'],
  banner: {
    js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
  },
});

await import('./dist/main.mjs');
