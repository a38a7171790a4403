import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMarkdown } from '../markdown/markdown.ts';
import { toSearchEntries } from '../search/entries.ts';
import { neighboursOf, toNavigation, translationOf } from './navigation.ts';
import type { Page } from './page.ts';
import { isExternal, linkTo } from './paths.ts';
import { openRepository } from './repository.ts';
import { readSite, type Site } from './site.ts';
import { roots } from './subjects.ts';
import { languageNames, words } from './words.ts';

/** What of Eleventy's configuration is used. */
export interface Eleventy {
  addTemplate(path: string, content: string, data: object): void;
  addPassthroughCopy(paths: Readonly<Record<string, string>>): void;
  addWatchTarget(path: string, options: { resetConfig: boolean }): void;
  addFilter(name: string, filter: (...args: never[]) => unknown): void;
  setLibrary(engine: string, library: object): void;
}

/** Folders that the site is made from and into. */
export interface Folders {
  /** Of the repository, absolute. */
  readonly root: string;
  /** For what is made before Eleventy runs; its `assets` become those of the site. Relative to the working directory. */
  readonly made: string;
}

/** Gives Eleventy every page as a template; the pages are read again when one of them changes. */
export function configure(eleventy: Eleventy, { root, made }: Folders): void {
  const site = readSite(openRepository(root));
  eleventy.setLibrary('md', createMarkdown());
  eleventy.addFilter('from', (url: string, from: string) => linkTo(url, from));
  for (const page of site.pages) addPage(eleventy, site, page);
  for (const [url, path] of site.assets) eleventy.addPassthroughCopy({ [join(root, path)]: url });
  writeMade(site, made);
  eleventy.addPassthroughCopy({ [join(made, 'assets')]: 'assets', assets: 'assets' });
  for (const path of roots) eleventy.addWatchTarget(join(root, path), { resetConfig: true });
}

function addPage(eleventy: Eleventy, site: Site, page: Page): void {
  const groups = toNavigation(site, page);
  const translation = translationOf(site, page);
  eleventy.addTemplate(`${page.url}index.md`, page.text, {
    layout: 'page.njk',
    permalink: `${page.url}index.html`,
    entry: page,
    title: titleOf(page, groups.find(({ isAround }) => isAround)?.title),
    contents: page.outline.headings.filter(({ level }) => level === 2),
    groups,
    ...neighboursOf(site, page),
    ...(translation && { translation, translationName: languageNames[translation.language] }),
    words: words[page.language],
    render: { url: page.url, resolve: (href: string) => site.resolve(href, page) },
  });
}

/** Differs from every other page's: one heading may stand on a guide and on an example. */
function titleOf({ title, path, url, isFile }: Page, subject: string | undefined): string {
  if (url === '') return title;
  return [title, isFile ? path : subject, 'fleetc'].join(' · ');
}

function writeMade(site: Site, made: string): void {
  mkdirSync(join(made, 'assets'), { recursive: true });
  // A script and not JSON, because a page that is read from a disk may load scripts but fetch nothing.
  const entries = `globalThis.fleetcSearchEntries = ${JSON.stringify(toSearchEntries(site))};\n`;
  writeFileSync(join(made, 'assets/search-entries.js'), entries);
  writeFileSync(join(made, 'external-links.txt'), formatExternalLinks(site));
}

/** Every link that leaves the repository with the pages that have it, for whoever tries them with a network. */
function formatExternalLinks({ pages }: Site): string {
  const links = pages.flatMap(({ outline, path }) =>
    outline.links.flatMap(({ href }) => (isExternal(href) ? [`${href} ${path}\n`] : [])),
  );
  return [...new Set(links)].sort().join('');
}
