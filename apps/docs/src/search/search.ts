import MiniSearch from 'minisearch';
import { tokenize } from './tokenize.ts';

/** A section that can be found: its place, its heading, its page's title and the start of its text. */
export type SearchEntry = readonly [url: string, heading: string, title: string, text: string];

/** A place that was found. */
export interface Hit {
  readonly url: string;
  readonly heading: string;
  readonly title: string;
  readonly text: string;
}

/** Finds the sections for a query, best first, at most `limit`. */
export type Search = (query: string, limit: number) => readonly Hit[];

/** Makes the index; done in the browser at the first search, because the entries are smaller than their index. */
export function createSearch(entries: readonly SearchEntry[]): Search {
  const index = new MiniSearch({
    fields: ['heading', 'title', 'text'],
    tokenize,
    processTerm: (term) => term,
  });
  const hits = entries.map(([url, heading, title, text], id) => ({
    id,
    url,
    heading,
    title,
    text,
  }));
  index.addAll(hits);
  return (query, limit) => {
    const options = {
      boost: { heading: 3, title: 2 },
      prefix: true,
      boostDocument: (id: number) => (isDiagnostic(hits[id]!) ? 0.5 : 1),
      fuzzy: (term: string) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
    };
    const all = index.search(query, { ...options, combineWith: 'AND' });
    const found = all.length > 0 ? all : index.search(query, options);
    const places = found.map(({ id }) => hits[id as number]!);
    return (/^flc\d*$/i.test(query.trim()) ? byCode(places) : places).slice(0, limit);
  };
}

/** The start of a code finds the pages of diagnostics in their order, before what else mentions them. */
function byCode(hits: readonly Hit[]): readonly Hit[] {
  const codes = hits.filter(isDiagnostic).sort((a, b) => (a.title < b.title ? -1 : 1));
  return [...codes, ...hits.filter((hit) => !isDiagnostic(hit))];
}

/** They are many, and mention whatever can go wrong: a page that explains a word comes before them. */
function isDiagnostic({ title }: Hit): boolean {
  return /^FLC\d/.test(title);
}
