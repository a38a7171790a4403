import type MarkdownIt from 'markdown-it';
import { escapeHtml, highlight } from './highlight.ts';
import { createParser, readHeadings } from './outline.ts';
import { readRows } from './rows.ts';

/** What is handed to a page's rendering. */
export interface RenderData {
  /** The page's URL within the site. */
  readonly url: string;
  /** Turns a link as it is written in the page into that of the site. */
  readonly resolve: (href: string) => string;
}

/** The Markdown of the site: anchors at headings, highlighted code, links of the site. */
export function createMarkdown(): MarkdownIt {
  const markdown = createParser();
  addAnchors(markdown);
  addLinks(markdown);
  addBlocks(markdown);
  return markdown;
}

function addAnchors(markdown: MarkdownIt): void {
  markdown.core.ruler.push('anchors', ({ tokens }) => {
    for (const [index, { id }] of [...readHeadings(tokens), ...readRows(tokens)]) {
      tokens[index]!.attrSet('id', id);
    }
  });
  markdown.renderer.rules['heading_close'] = (tokens, index) => {
    const { tag } = tokens[index]!;
    const open = tokens.slice(0, index).findLast(({ type }) => type === 'heading_open')!;
    const title = tokens[index - 1]!.content.replaceAll('`', '');
    const label = `aria-label="# ${escapeHtml(title)}"`;
    const link = `<a class="anchor" href="#${open.attrGet('id')}" ${label}>#</a>`;
    return `${tag === 'h1' ? '' : ` ${link}`}</${tag}>\n`;
  };
}

function addLinks(markdown: MarkdownIt): void {
  markdown.core.ruler.push('links', ({ tokens, env }) => {
    const { resolve } = (env as { render: RenderData }).render;
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      for (const name of ['href', 'src']) {
        const href = token.attrGet(name);
        if (href !== null) token.attrSet(name, resolve(href));
      }
    }
  });
  const { image } = markdown.renderer.rules;
  markdown.renderer.rules['image'] = (tokens, index, options, env, self) => {
    const picture = image!(tokens, index, options, env, self);
    // A wide picture is hard to read in a narrow window: its link opens it alone.
    return `<a class="picture" href="${escapeHtml(tokens[index]!.attrGet('src')!)}">${picture}</a>`;
  };
}

function addBlocks(markdown: MarkdownIt): void {
  const { rules } = markdown.renderer;
  rules['fence'] = (tokens, index) => {
    const { info, content } = tokens[index]!;
    const [language = '', ...words] = info.trim().split(/\s+/);
    const file = words.find((word) => word.startsWith('file='))?.slice('file='.length);
    const caption = file ? `<figcaption>${escapeHtml(file)}</figcaption>` : '';
    return `<figure class="code">${caption}${formatCode(content, language)}</figure>\n`;
  };
  rules['code_block'] = (tokens, index) =>
    `<figure class="code">${formatCode(tokens[index]!.content, '')}</figure>\n`;
  rules['html_block'] = rules['html_inline'] = (tokens, index) => showHtml(tokens[index]!.content);
  // What is wider than the window scrolls by itself, and has the focus to do so by keyboard.
  rules['table_open'] = () => '<div class="table" tabindex="0"><table>\n';
  rules['table_close'] = () => '</table></div>\n';
}

/** HTML in a page is a comment for who edits it, or a placeholder such as `<name>` that is meant to be read. */
function showHtml(text: string): string {
  return escapeHtml(text.replaceAll(/<!--.*?-->/gs, '').trim());
}

/** A block of code that scrolls by itself. */
export function formatCode(text: string, language: string): string {
  const classes = language ? ` class="language-${escapeHtml(language)}"` : '';
  return `<pre tabindex="0"><code${classes}>${highlight(text, language)}</code></pre>`;
}
