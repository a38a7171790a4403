import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** What the laws of the site are about. */
export interface Html {
  /** What a browser would have to guess. */
  readonly errors: readonly string[];
  readonly language: string | undefined;
  readonly title: string;
  readonly ids: readonly string[];
  /** Where it leads and what it loads. */
  readonly links: readonly string[];
  /** What it loads. */
  readonly loaded: readonly string[];
  /** How many first headings it has. */
  readonly titles: number;
  /** Images without a text in their place. */
  readonly silentImages: number;
}

/** Reads a page of the built site, and what is broken in it. */
export function readHtml(text: string): Html {
  const errors: string[] = [];
  const document = parse(text, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine, startCol }) =>
      errors.push(`${startLine}:${startCol} ${code}`),
  });
  const elements = elementsOf(document);
  errors.push(...elements.flatMap(checkElement));
  const values = (name: string) => elements.flatMap((element) => attribute(element, name) ?? []);
  const title = elements.find(({ tagName }) => tagName === 'title');
  return {
    errors,
    language: values('lang')[0],
    title: title ? textOf(title) : '',
    ids: values('id'),
    links: [...values('href'), ...values('src')],
    loaded: [
      ...elements.flatMap((each) =>
        each.tagName === 'link' ? (attribute(each, 'href') ?? []) : [],
      ),
      ...values('src'),
    ],
    titles: elements.filter(({ tagName }) => tagName === 'h1').length,
    silentImages: elements.filter((each) => each.tagName === 'img' && !attribute(each, 'alt'))
      .length,
  };
}

const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);
const others = `a b blockquote body button code div em figcaption figure h1 h2 h3 h4 h5 head header
  html i li main nav ol p pre s script search small span strong table tbody td th thead title tr ul`;
const known = new Set([...empty, ...others.split(/\s+/)]);

/** The parser mends an element that is not closed, and takes a name that nobody knows, without a word. */
function checkElement({ tagName, sourceCodeLocation: place }: Element): readonly string[] {
  if (!known.has(tagName)) return [`${place?.startLine ?? '?'}: <${tagName}> is unknown`];
  const isOpen = !place || (!empty.has(tagName) && !place.endTag);
  return isOpen ? [`${place?.startLine ?? '?'}: <${tagName}> is not closed, or not opened`] : [];
}

function elementsOf(parent: ParentNode): Element[] {
  return parent.childNodes
    .filter((node) => defaultTreeAdapter.isElementNode(node))
    .flatMap((element) => [element, ...elementsOf(element)]);
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}

function textOf(parent: ParentNode): string {
  return parent.childNodes
    .map((node) => (defaultTreeAdapter.isTextNode(node) ? node.value : ''))
    .join('');
}
