import { basename } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type Example, checkPage } from '../src/examples/check-page.ts';
import { readOutline } from '../src/markdown/outline.ts';
import { resolvePath } from '../src/site/paths.ts';
import { installFleetc } from '../test/fleetc.ts';
import { repository, site } from '../test/repository.ts';

const fleetc = await installFleetc();
afterAll(fleetc.remove);

// Pages that are made from what other tests run: the examples of the rules, and the benchmark.
const isMade = (path: string) => path.startsWith('docs/rules/') || path === 'docs/benchmark.md';
const packages = repository.list('packages').filter((path) => path.endsWith('/README.md'));
const paths = [...site.pages.filter(({ isFile }) => !isFile).map(({ path }) => path), ...packages];

const all = paths
  .map((path) => ({ path, text: repository.read(path) }))
  .map((page): Example => ({ ...page, pictures: picturesOf(page) }));
const pages = all.filter(({ path, text }) => text.includes('```') && !isMade(path));

function picturesOf({ path, text }: { path: string; text: string }): Map<string, string> {
  const images = [...text.matchAll(/!\[[^\]]*\]\(([^)]+\.svg)\)/g)];
  return new Map(
    images.map(([, href = '']) => [basename(href), repository.read(resolvePath(href, path).path)]),
  );
}

// A translation has the blocks of the page that it translates, and is held by running them once.
const blocksOf = ({ text, pictures }: Example) =>
  JSON.stringify([readOutline(text).fences.map((fence) => ({ ...fence, line: 0 })), [...pictures]]);
const first = new Map(pages.toReversed().map((page) => [blocksOf(page), page]));
const groups = [...first].map(([blocks, page]) => ({
  page,
  names: pages
    .filter((each) => blocksOf(each) === blocks)
    .map(({ path }) => path)
    .join(' and '),
}));

it.concurrent.each(groups)('does what $names says', async ({ page }) => {
  expect(await checkPage(page, fleetc)).toEqual([]);
});

it('shows every picture on a page', () => {
  const shown = new Set(all.flatMap(({ pictures }) => [...pictures.keys()]));
  const committed = [...site.assets.values()].map((path) => basename(path));
  expect(committed.filter((name) => !shown.has(name))).toEqual([]);
});
