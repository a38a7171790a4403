import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Html, readHtml } from '../src/laws/read-html.ts';
import { isExternal, resolvePath } from '../src/site/paths.ts';
import { repository, site } from './repository.ts';

const dist = join(import.meta.dirname, '../dist');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
const html = new Map(
  files
    .filter((file) => file.endsWith('.html'))
    .map((file): [string, Html] => [file, readHtml(readFileSync(join(dist, file), 'utf8'))]),
);
const pages = [...html];

it('has a page for every Markdown file of docs, and each in the navigation', () => {
  const listed = site.chapters.flatMap((chapter) => chapter.pages);
  const paths = repository.list('docs').filter((path) => path.endsWith('.md'));
  expect(paths.filter((path) => !listed.some((page) => page.path === path))).toEqual([]);
  expect(listed.filter(({ url }) => !html.has(`${url}index.html`))).toEqual([]);
  const front = html.get('index.html')!.links;
  const open = site.chapters.filter(({ subject }) => !subject.isLong);
  const expected = open.flatMap((chapter) => chapter.pages.map(({ url }) => `${url}index.html`));
  expect(expected.filter((url) => !front.includes(url))).toEqual([]);
});

it('has a page for every code, where the editor looks for it, and lists it', () => {
  const codes = repository.list('docs/rules').flatMap((path) => /FLC\d{4}/.exec(path)?.[0] ?? []);
  const listed = html.get('rules/index.html')!.links;
  expect(codes.length).toBeGreaterThan(200);
  expect(codes.filter((code) => !html.has(`rules/${code}/index.html`))).toEqual([]);
  expect(codes.filter((code) => !listed.includes(`../rules/${code}/index.html`))).toEqual([]);
});

it('has nothing in a page that a browser would have to guess', () => {
  const broken = pages.flatMap(([file, { errors }]) => errors.map((error) => `${file}:${error}`));
  expect(broken).toEqual([]);
});

it('gives each page one heading of its own, a language, and a title that no other has', () => {
  const headings = pages.filter(([, { titles }]) => titles !== 1);
  expect(headings.map(([file]) => file)).toEqual([]);
  const chinese = pages.filter(([, { language }]) => language === 'zh-Hans').map(([file]) => file);
  expect(chinese).toEqual(pages.map(([file]) => file).filter((file) => file.startsWith('zh/')));
  const titles = pages.map(([, { title }]) => title);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

it('gives each anchor to one element, and each image a text', () => {
  const twice = pages.flatMap(([file, { ids }]) =>
    ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${file}#${id}`),
  );
  expect(twice).toEqual([]);
  expect(pages.filter(([, { silentImages }]) => silentImages > 0)).toEqual([]);
});

it('has no link that leads nowhere, and none that works only at one address', () => {
  const broken = pages.flatMap(([file, { links }]) =>
    links
      .filter((link) => !isExternal(link) && !leadsSomewhere(link, file))
      .map((link) => `${file}: ${link}`),
  );
  expect(broken).toEqual([]);
});

function leadsSomewhere(link: string, from: string): boolean {
  if (link.startsWith('/')) return false;
  const { path, anchor } = resolvePath(link, from);
  if (anchor !== undefined) return html.get(path)?.ids.includes(anchor) ?? false;
  return html.has(path) || (!link.endsWith('/') && existsSync(join(dist, path)));
}

it('loads nothing from elsewhere', () => {
  const loaded = pages.flatMap((page) => page[1].loaded).filter(isExternal);
  const styles = files.filter((file) => file.endsWith('.css'));
  const style = styles.map((file) => readFileSync(join(dist, file), 'utf8')).join('');
  expect(loaded).toEqual([]);
  expect(styles.length).toBe(3);
  expect(style).not.toMatch(/@import|url\(/);
});
