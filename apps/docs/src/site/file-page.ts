import { escapeHtml } from '../markdown/highlight.ts';
import type { Repository } from './repository.ts';

/** A folder whose files are longer than this together is shown by their names alone. */
const longestFolder = 200_000;

const extensions: Readonly<Record<string, string>> = { yml: 'yaml', mjs: 'typescript', sh: 'bash' };

/** Markdown that shows a file or a folder of the repository; that of a Markdown file is its own. */
export function formatFilePage(path: string, repository: Repository): string {
  if (repository.kindOf(path) === 'folder') return formatFolder(path, repository);
  const text = repository.read(path);
  return path.endsWith('.md') ? text : `# ${escapeHtml(path)}\n\n${fence(path, text)}`;
}

function formatFolder(folder: string, repository: Repository): string {
  const files = repository.list(folder);
  const pages = files.filter((file) => /^[^/]+\/README\.md$/.test(file.slice(folder.length + 1)));
  const body =
    pages.length > 0
      ? formatPages(pages, folder, repository)
      : formatFiles(files, folder, repository);
  return `# ${folder}\n\n${body}`;
}

/** A folder of folders that have a README each is a list of these. */
function formatPages(pages: readonly string[], folder: string, repository: Repository): string {
  const items = pages.map((page) => {
    const title = /^# (.*)$/m.exec(repository.read(page))?.[1] ?? page;
    return `- [${title}](${page.slice(folder.lastIndexOf('/') + 1)})`;
  });
  return `${items.join('\n')}\n`;
}

function formatFiles(files: readonly string[], folder: string, repository: Repository): string {
  const shown = files.map((file) => ({
    name: file.slice(folder.length + 1),
    text: repository.read(file),
  }));
  const length = shown.reduce((sum, { text }) => sum + text.length, 0);
  if (length > longestFolder) return shown.map(({ name }) => `- \`${name}\`\n`).join('');
  return shown.map(({ name, text }) => `## \`${name}\`\n\n${fence(name, text)}`).join('\n');
}

/** The text as a block of code, behind a fence that is longer than any in it. */
function fence(path: string, text: string): string {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}${extensions[extension] ?? extension}\n${text.replace(/\n?$/, '\n')}${mark}\n`;
}

/** URL of a page that shows a file or a folder. */
export function toFileUrl(path: string): string {
  return `files/${path.replace(/\.md$/, '')}/`;
}
