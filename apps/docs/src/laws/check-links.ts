import { readOutline } from '../markdown/outline.ts';
import { isExternal, resolvePath } from '../site/paths.ts';
import type { Repository } from '../site/repository.ts';

/** What is wrong with the links of Markdown files as a forge shows them, each with its place. */
export function checkLinks(paths: readonly string[], repository: Repository): readonly string[] {
  const anchorsOf = createAnchors(repository);
  return paths.flatMap((path) =>
    readOutline(repository.read(path)).links.flatMap(({ href, line }) => {
      const problem = isExternal(href)
        ? checkExternal(href)
        : checkInternal(href, path, { repository, anchorsOf });
      return problem === undefined ? [] : [`${path}:${line}: ${href} ${problem}`];
    }),
  );
}

type Anchors = (path: string) => ReadonlySet<string>;

/** The anchors of pages; each is read once, because most links lead to few pages. */
function createAnchors(repository: Repository): Anchors {
  const known = new Map<string, ReadonlySet<string>>();
  return (path) => {
    const found =
      known.get(path) ?? new Set(readOutline(repository.read(path)).headings.map(({ id }) => id));
    known.set(path, found);
    return found;
  };
}

function checkExternal(href: string): string | undefined {
  if (!URL.canParse(href)) return 'is no URL';
  const { protocol, hostname } = new URL(href);
  if (protocol !== 'https:') return 'does not begin with https:';
  return hostname.includes('.') ? undefined : 'names no host';
}

function checkInternal(
  href: string,
  from: string,
  { repository, anchorsOf }: { repository: Repository; anchorsOf: Anchors },
): string | undefined {
  const { path, anchor } = resolvePath(href, from);
  if (href.startsWith('/')) return 'begins with a slash';
  const kind = path.startsWith('..') ? undefined : repository.kindOf(path);
  if (!kind) return 'leads nowhere';
  if (anchor === undefined) return undefined;
  const page = kind === 'folder' ? `${path}/README.md` : path;
  if (!page.endsWith('.md') || !repository.kindOf(page)) return 'has an anchor in what is no page';
  return anchorsOf(page).has(anchor) ? undefined : 'names no heading there';
}
