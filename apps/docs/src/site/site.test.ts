import { expect, it } from 'vitest';
import { neighboursOf, toNavigation, translationOf } from './navigation.ts';
import type { Page } from './page.ts';
import type { Repository } from './repository.ts';
import { readSite } from './site.ts';

const files: Readonly<Record<string, string>> = {
  'README.md':
    '# fleetc\n\n[one](docs/guides/zebra.md), [all](examples), [x](x.json), [gone](gone.md)\n',
  'CONTRIBUTING.md': '# Contributing\n',
  'docs/guides/zebra.md':
    '# Zebra\n\n[tree](../../examples/a/expected#b), ![p](../pictures/p.svg)\n',
  'docs/guides/first-runner.md': '# First\n',
  'docs/guides/apple.md': '# Apple\n',
  'docs/cli.md': '# Commands\n',
  'docs/pictures/p.svg': '<svg/>',
  'docs/rules/README.md': '# Findings\n',
  'docs/rules/FLC1001.md': '# FLC1001 a\n',
  'docs/rules/FLC2001.md': '# FLC2001 b\n',
  'docs/rules/FLC1002.md': '# FLC1002 c\n',
  'docs/zh/README.md': '# 文档\n',
  'docs/zh/first-runner.md': '# 第一个\n',
  'examples/a/README.md': '# Example\n',
  'examples/a/expected/README.md': '# Tree\n\n```text\nx\n```\n',
  'examples/a/expected/b.yaml': 'a: 1\n',
  'x.json': '{}',
};
const inFolder = (folder: string) =>
  Object.keys(files).filter((path) => path.startsWith(`${folder}/`));
const repository: Repository = {
  read: (path) => files[path]!,
  list: (folder) => inFolder(folder).sort(),
  kindOf: (path) => {
    if (path in files) return 'file';
    return inFolder(path).length > 0 || path === 'apps' ? 'folder' : undefined;
  },
};
const site = readSite(repository);
const page = (path: string): Page => site.pages.find((each) => each.path === path)!;
const resolve = (href: string, from: string) => site.resolve(href, page(from));
const titlesOf = (title: string) =>
  site.chapters.find(({ subject }) => subject.title === title)!.pages.map((each) => each.title);

it('puts every page into one subject, first those that it names', () => {
  expect(titlesOf('Home')).toEqual(['fleetc']);
  expect(titlesOf('Guides')).toEqual(['First', 'Apple', 'Zebra']);
  expect(titlesOf('Reference')).toEqual(['Commands']);
  expect(titlesOf('Diagnostics')).toEqual(['Findings', 'FLC1001 a', 'FLC1002 c', 'FLC2001 b']);
  expect(titlesOf('中文')).toEqual(['文档', '第一个']);
});

it('makes pages of files and folders that others link to', () => {
  const made = site.pages.filter(({ isFile }) => isFile);
  expect(made.map(({ path, url }) => [path, url])).toEqual([
    ['examples', 'files/examples/'],
    ['x.json', 'files/x.json/'],
    ['examples/a/expected', 'files/examples/a/expected/'],
  ]);
  expect(page('examples').text).toBe('# examples\n\n- [Example](examples/a/README.md)\n');
  expect(page('x.json').text).toBe('# x.json\n\n```json\n{}\n```\n');
  expect(page('examples/a/expected').text).toBe(
    '# examples/a/expected\n\n## `README.md`\n\n````md\n# Tree\n\n```text\nx\n```\n````\n\n## `b.yaml`\n\n```yaml\na: 1\n```\n',
  );
});

it('turns links into those of the site, and leaves those that lead nowhere', () => {
  expect(resolve('docs/guides/zebra.md#x', 'README.md')).toBe('guides/zebra/index.html#x');
  expect(resolve('../pictures/p.svg', 'docs/guides/zebra.md')).toBe('../../pictures/p.svg');
  expect(resolve('../../examples/a', 'docs/guides/zebra.md')).toBe('../../examples/a/index.html');
  expect(resolve('../rules', 'docs/guides/zebra.md')).toBe('../../rules/index.html');
  expect(resolve('examples/a/README.md', 'examples')).toBe('../../examples/a/index.html');
  expect(resolve('gone.md', 'README.md')).toBe('gone.md');
  expect(resolve('#x', 'README.md')).toBe('#x');
  expect(resolve('https://example.com', 'README.md')).toBe('https://example.com');
});

it('lists every subject, and diagnostics with those of their kind', () => {
  const groups = toNavigation(site, page('docs/rules/FLC1002.md'));
  const [home, , , diagnostics, examples] = groups;
  expect(groups.length).toBe(7);
  expect([home?.isAround, diagnostics?.isAround, diagnostics?.isCurrent]).toEqual([
    false,
    true,
    false,
  ]);
  expect(diagnostics?.entries.map(({ url, isCurrent }) => [url, isCurrent])).toEqual([
    ['rules/FLC1001/', false],
    ['rules/FLC1002/', true],
  ]);
  expect(examples?.entries).toEqual([]);
  const [, , , index] = toNavigation(site, page('docs/rules/README.md'));
  expect(index).toMatchObject({ url: 'rules/', isCurrent: true, entries: [] });
});

it('leads to the pages before and after, and to the other language', () => {
  const { previous, next } = neighboursOf(site, page('docs/guides/apple.md'));
  expect([previous?.title, next?.title]).toEqual(['First', 'Zebra']);
  expect(neighboursOf(site, page('docs/guides/zebra.md')).next).toBeUndefined();
  expect(neighboursOf(site, page('x.json'))).toEqual({});
  const translations = ['README.md', 'docs/zh/README.md', 'docs/guides/first-runner.md'];
  expect(translations.map((path) => translationOf(site, page(path))?.title)).toEqual([
    '文档',
    'fleetc',
    '第一个',
  ]);
  expect(translationOf(site, page('docs/zh/first-runner.md'))?.title).toBe('First');
  expect(translationOf(site, page('docs/rules/README.md'))).toBeUndefined();
  expect(translationOf(site, page('docs/guides/apple.md'))).toBeUndefined();
});
