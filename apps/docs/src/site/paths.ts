/** A link that leaves the repository, by its scheme. */
export function isExternal(href: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(href);
}

/** A link's path within the repository, and its anchor without `#`; the path of `from` for an anchor alone. */
export function resolvePath(href: string, from: string): { path: string; anchor?: string } {
  const [path = '', anchor] = href.split('#', 2) as [string, string?];
  const end = anchor === undefined ? {} : { anchor: decodeURIComponent(anchor) };
  if (path === '') return { path: from, ...end };
  const parts = from.split('/').slice(0, -1);
  for (const part of decodeURIComponent(path).split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) parts.push('..');
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return { path: parts.join('/'), ...end };
}

/** URL within the site of the page that a Markdown file becomes; it ends in `/`, and the front page's is empty. */
export function toUrl(path: string): string {
  const page = path.replace(/^docs\//, '').replace(/\.md$/, '');
  const folder = page.replace(/(^|\/)README$/, '');
  return folder === '' ? '' : `${folder}/`;
}

/**
 * A link from one page to another, relative, so that the site works below any path. It names `index.html`, so that it
 * works from a disk as well.
 */
export function linkTo(url: string, from: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  const file = url === '' || url.endsWith('/') ? `${url}index.html` : url;
  return `${up}${file}`;
}
