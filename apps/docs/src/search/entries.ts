import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import type { SearchEntry } from './search.ts';

/** Characters of a section that are searched; what stands further down is rarely what it is about. */
const longest = 1000;

/** Everything that can be found; pages that show files are left out, because others that link to them say what they are. */
export function toSearchEntries({ pages }: Site): readonly SearchEntry[] {
  return pages.filter(({ isFile }) => !isFile).flatMap(toEntries);
}

function toEntries({ url, title, path, outline }: Page): SearchEntry[] {
  // A diagnostic is one thing to find; its sections have the same headings as those of all others.
  if (/\/FLC\d+\.md$/.test(path)) {
    const text = outline.sections.map((section) => section.text).join(' ');
    return [[url, title, title, text.slice(0, longest)]];
  }
  const sections = outline.sections.map(({ heading, text }): SearchEntry => {
    const anchor = heading.level === 1 ? '' : `#${heading.id}`;
    return [`${url}${anchor}`, heading.text, title, text.slice(0, longest)];
  });
  const fields = outline.fields.map(({ id, name, text }): SearchEntry => [
    `${url}#${id}`,
    name,
    title,
    text.slice(0, longest),
  ]);
  return [...sections, ...fields];
}
