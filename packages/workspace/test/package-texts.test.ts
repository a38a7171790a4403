import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const packages = join(import.meta.dirname, '../..');
const names = readdirSync(packages).filter((name) =>
  existsSync(join(packages, name, 'src/index.ts')),
);

it.each(names)('%s says in its README what its index.ts says', (name) => {
  const index = readFileSync(join(packages, name, 'src/index.ts'), 'utf8');
  const readme = readFileSync(join(packages, name, 'README.md'), 'utf8');
  const comment = /^\/\*\*\n([\s\S]*?)\n \*\//.exec(index)?.[1] ?? '';
  const paragraph = readme.split(/\n{2,}/)[1] ?? '';
  expect(words(comment.replaceAll(/^ \* ?/gm, ''))).toBe(words(paragraph));
  expect(comment.split('\n').length).toBeLessThanOrEqual(5);
});

function words(text: string): string {
  return text.trim().split(/\s+/).join(' ');
}
