import { join } from 'node:path';
import { configure } from './.cache/configure.mjs';

export default function (eleventy) {
  configure(eleventy, { root: join(import.meta.dirname, '../..'), made: '.cache' });
  return {
    dir: { input: 'templates', output: 'dist' },
    markdownTemplateEngine: false,
  };
}
