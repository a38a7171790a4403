import type { Page } from './page.ts';
import type { Chapter, Site } from './site.ts';

/** A link of the navigation. */
export interface Entry {
  readonly title: string;
  readonly url: string;
  readonly isCurrent: boolean;
}

/** A subject as a page's navigation shows it; its own link leads to its first page. */
export interface Group extends Entry {
  /** Whether the page that is read belongs to it. */
  readonly isAround: boolean;
  readonly entries: readonly Entry[];
}

/** The navigation of a page: every subject; the pages of a long one only around the page that is read. */
export function toNavigation({ chapters }: Site, page: Page): readonly Group[] {
  return chapters.map((chapter) => {
    const [first] = chapter.pages;
    const shown = chapter.subject.isLong ? pagesAround(chapter, page) : chapter.pages;
    return {
      title: chapter.subject.title,
      url: first!.url,
      isCurrent: first === page && isIndex(page),
      isAround: chapter.pages.includes(page),
      entries: shown
        .filter((each) => !isIndex(each))
        .map((each) => ({ title: each.title, url: each.url, isCurrent: each === page })),
    };
  });
}

/** The page about a subject, which the subject's own link leads to. */
function isIndex({ path }: Page): boolean {
  return /^(docs\/[^/]+\/)?README\.md$/.test(path);
}

/** Diagnostics are listed with those of their kind, which the first two digits of a code say; others all. */
function pagesAround({ pages }: Chapter, page: Page): readonly Page[] {
  if (!pages.includes(page)) return [];
  return pages.filter((each) => kindOf(each) === kindOf(page));
}

function kindOf({ path }: Page): string | undefined {
  return /\bFLC\d\d/.exec(path)?.[0];
}

/** The pages before and after one, within its subject. */
export function neighboursOf({ chapters }: Site, page: Page): { previous?: Page; next?: Page } {
  const pages = chapters.find((chapter) => chapter.pages.includes(page))?.pages ?? [];
  const index = pages.indexOf(page);
  const [previous, next] = index < 0 ? [] : [pages[index - 1], pages[index + 1]];
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** The page in the other language. */
export function translationOf({ pages }: Site, page: Page): Page | undefined {
  const name = page.path.slice(page.path.lastIndexOf('/') + 1);
  const isFront = name === 'README.md';
  const english = isFront ? 'README.md' : `docs/guides/${name}`;
  const paths =
    page.language === 'en' ? [english, `docs/zh/${name}`] : [`docs/zh/${name}`, english];
  const [own, other] = paths;
  return page.path === own ? pages.find(({ path }) => path === other) : undefined;
}
