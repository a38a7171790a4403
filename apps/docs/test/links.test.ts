import { expect, it } from 'vitest';
import { checkLinks } from '../src/laws/check-links.ts';
import { readOutline } from '../src/markdown/outline.ts';
import { repository } from './repository.ts';

const folders = ['docs', 'packages', 'apps', 'examples'];
const paths = folders
  .flatMap((folder) => repository.list(folder))
  .filter((path) => path.endsWith('.md') && !path.includes('/expected/'))
  .concat('README.md', 'CONTRIBUTING.md');

it('has no link in Markdown that leads nowhere on a forge', () => {
  expect(checkLinks(paths, repository)).toEqual([]);
});

it('has no HTML in Markdown, which a forge would hide', () => {
  const found = paths.flatMap((path) =>
    readOutline(repository.read(path)).markup.map(({ text, line }) => `${path}:${line}: ${text}`),
  );
  expect(found).toEqual([]);
});
