import { readOutline } from '../markdown/outline.ts';
import { formatFilePage, toFileUrl } from './file-page.ts';
import type { Page } from './page.ts';
import { isExternal, linkTo, resolvePath, toUrl } from './paths.ts';
import type { Repository } from './repository.ts';
import { roots, type Subject, subjects } from './subjects.ts';

/** A subject with its pages in their order. */
export interface Chapter {
  readonly subject: Subject;
  readonly pages: readonly Page[];
}

/** All pages, and the way from one to another. */
export interface Site {
  readonly chapters: readonly Chapter[];
  readonly pages: readonly Page[];
  /** Files that pages show as they are, by their URL. */
  readonly assets: ReadonlyMap<string, string>;
  /** A link of a page as it is in the site; as it was where it leads nowhere. */
  resolve(href: string, from: Page): string;
}

/** Reads the pages of the repository, and what they link to. */
export function readSite(repository: Repository): Site {
  const chapters = readChapters(repository);
  const own = chapters.flatMap(({ pages }) => pages);
  const byPath = new Map(own.map((page) => [page.path, page]));
  for (const page of own) addLinked(page, byPath, repository);
  const assets = new Map(
    repository.list('docs/pictures').map((path) => [path.replace(/^docs\//, ''), path]),
  );
  const urls = new Map([...assets].map(([url, path]) => [path, url]));
  for (const { path, url } of byPath.values()) urls.set(path, url);
  for (const { path, url } of own) urls.set(path.replace(/\/README\.md$/, ''), url);
  return { chapters, pages: [...byPath.values()], assets, resolve: createResolve(urls) };
}

/** Every Markdown file is in the first subject that claims it; the first pages of a subject are those that it names. */
function readChapters(repository: Repository): Chapter[] {
  const files = roots
    .flatMap((root) => (repository.kindOf(root) === 'folder' ? repository.list(root) : [root]))
    .filter((path) => path.endsWith('.md'));
  const claimed = files.map(
    (path) => [path, subjects.find(({ claims }) => claims.test(path))] as const,
  );
  return subjects.map((subject) => {
    const rank = (path: string) => {
      const place = subject.first.indexOf(path);
      return place < 0 ? subject.first.length : place;
    };
    const pages = claimed
      .flatMap(([path, owner]) => (owner === subject ? [path] : []))
      .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map((path) => toPage(path, repository.read(path), toUrl(path)));
    return { subject, pages };
  });
}

function toPage(path: string, text: string, url: string, isFile = false): Page {
  const outline = readOutline(text);
  const title = outline.headings.find(({ level }) => level === 1)?.text ?? path;
  const language = path.startsWith('docs/zh/') ? 'zh-Hans' : 'en';
  return { path, url, language, text, outline, title, isFile };
}

/** Adds a page for each file and folder that a page links to and that has none, and for what these link to. */
function addLinked(page: Page, byPath: Map<string, Page>, repository: Repository): void {
  for (const { href } of page.outline.links) {
    if (isExternal(href)) continue;
    const { path } = resolvePath(href, page.path);
    const isKnown = byPath.has(path) || byPath.get(`${path}/README.md`)?.isFile === false;
    if (isKnown || path.startsWith('docs/') || !repository.kindOf(path)) continue;
    const added = toPage(path, formatFilePage(path, repository), toFileUrl(path), true);
    byPath.set(path, added);
    addLinked(added, byPath, repository);
  }
}

function createResolve(urls: ReadonlyMap<string, string>): Site['resolve'] {
  return (href, from) => {
    if (isExternal(href) || href.startsWith('#')) return href;
    const { path, anchor } = resolvePath(href, from.path);
    const url = urls.get(path);
    if (url === undefined) return href;
    return `${linkTo(url, from.url)}${anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`}`;
  };
}
