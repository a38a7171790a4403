import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it/index.js';
import { readRows } from './rows.ts';
import { toSlug } from './slug.ts';

/** A heading of a page. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/** A fenced block; `line` is the number of its first line of content. */
export interface Fence {
  readonly language: string;
  /** The words behind the language: `file=…`, `norun`. */
  readonly words: readonly string[];
  readonly text: string;
  readonly line: number;
}

/** A link or an image, as it is written, and the number of its line. */
export interface Link {
  readonly href: string;
  readonly line: number;
}

/** What stands under a heading: its words, without code blocks except those of plain text, and without fields. */
export interface Section {
  readonly heading: Heading;
  readonly text: string;
}

/** A field that a row of a table is about. */
export interface Field {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** HTML in a page, which a forge would take out or show otherwise than it is meant. */
export interface Markup {
  readonly text: string;
  readonly line: number;
}

/** What a page holds, without its looks. */
export interface Outline {
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly fields: readonly Field[];
  readonly fences: readonly Fence[];
  readonly links: readonly Link[];
  readonly markup: readonly Markup[];
}

const parser = createParser();

/** The Markdown of a forge: with tables, and with links where a whole URL stands in the text. */
export function createParser(): MarkdownIt {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  // Otherwise file names such as README.md become links, because .md is a country as well.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  // A host in capitals is a placeholder.
  const { validateLink } = markdown;
  markdown.validateLink = (href) => validateLink(href) && !/^https?:\/\/[^/]*[A-Z]{3}/.test(href);
  return markdown;
}

/** Reads what a page holds. */
export function readOutline(text: string): Outline {
  const tokens = parser.parse(text, {});
  const headings = readHeadings(tokens);
  return {
    headings: [...headings.values()],
    sections: readSections(tokens, headings),
    fields: readFields(tokens),
    fences: tokens.filter(({ type }) => type === 'fence').map(readFence),
    links: tokens.flatMap(readLinks),
    markup: tokens.flatMap(readMarkup),
  };
}

/** The headings by the place of their opening token; the same anchors as in the rendered page. */
export function readHeadings(tokens: readonly Token[]): Map<number, Heading> {
  const taken = new Map<string, number>();
  return new Map(
    tokens.flatMap(({ type, tag }, index) => {
      if (type !== 'heading_open') return [];
      const text = plainText(tokens[index + 1]!);
      return [[index, { level: Number(tag.slice(1)), id: toSlug(text, taken), text }] as const];
    }),
  );
}

/** The words of an inline token, without marks. */
function plainText({ children }: Token): string {
  return (children ?? [])
    .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content))
    .join('');
}

function readSections(tokens: readonly Token[], headings: Map<number, Heading>): Section[] {
  const sections: { heading: Heading; words: string[] }[] = [];
  const rows = readRows(tokens);
  let isField = false;
  tokens.forEach((token, index) => {
    const heading = headings.get(index);
    if (heading) sections.push({ heading, words: [] });
    if (token.type === 'tr_open') isField = rows.has(index);
    if (token.type === 'tr_close') isField = false;
    const isTitle = tokens[index - 1]?.type === 'heading_open';
    if (!isTitle && !isField) sections.at(-1)?.words.push(wordsOf(token));
  });
  return sections.map(({ heading, words }) => ({ heading, text: join(words) }));
}

function wordsOf(token: Token): string {
  if (token.type === 'fence' && token.info === 'text') return token.content;
  return token.type === 'inline' ? plainText(token) : '';
}

function join(words: readonly string[]): string {
  return words.join(' ').replaceAll(/\s+/g, ' ').trim();
}

function readFields(tokens: readonly Token[]): Field[] {
  return [...readRows(tokens).values()].map(({ id, name, cells }) => ({
    id,
    name,
    text: join(cells.map(plainText)),
  }));
}

function readFence({ info, content, map }: Token): Fence {
  const [language = '', ...words] = info.trim().split(/\s+/);
  return { language, words, text: content, line: (map?.[0] ?? 0) + 2 };
}

function readLinks({ children, map }: Token): Link[] {
  let line = (map?.[0] ?? 0) + 1;
  return (children ?? []).flatMap((child) => {
    if (child.type === 'softbreak' || child.type === 'hardbreak') line += 1;
    const href = child.attrGet('href') ?? child.attrGet('src');
    return href === null ? [] : [{ href, line }];
  });
}

function readMarkup({ type, content, children, map }: Token): Markup[] {
  const parts = type === 'html_block' ? [content] : (children ?? []).flatMap(inlineHtml);
  return parts
    .filter((text) => !/^<!--.*-->\s*$/s.test(text))
    .map((text) => ({ text, line: (map?.[0] ?? 0) + 1 }));
}

function inlineHtml({ type, content }: Token): string[] {
  return type === 'html_inline' ? [content] : [];
}
