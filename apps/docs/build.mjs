// Makes the site in dist/: bundles the script of the pages and what configures Eleventy, then runs Eleventy.
// With --serve it stays, serves the site and builds again after each change of a page.
import { Eleventy } from '@11ty/eleventy';
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import process from 'node:process';

process.chdir(import.meta.dirname);
const shared = {
  absWorkingDir: import.meta.dirname,
  bundle: true,
  legalComments: 'none',
  logLevel: 'warning',
};
await Promise.all([
  build({
    ...shared,
    entryPoints: ['src/site/configure.ts'],
    outfile: '.cache/configure.mjs',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
  }),
  build({
    ...shared,
    entryPoints: ['browser/site.ts'],
    outfile: '.cache/assets/site.js',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
  }),
]);

const isServing = process.argv.includes('--serve');
rmSync('dist', { recursive: true, force: true });
const eleventy = new Eleventy('templates', 'dist', {
  configPath: 'eleventy.config.mjs',
  quietMode: !isServing,
  ...(isServing && { runMode: 'serve' }),
});
if (isServing) {
  await eleventy.init();
  await eleventy.watch();
  await eleventy.serve(8080);
} else {
  await eleventy.write();
}
