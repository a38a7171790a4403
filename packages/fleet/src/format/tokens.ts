import { CST } from 'yaml';

/** Tokens around a key or a value: blanks, comments, anchors, tags and indicators. */
export type Around = readonly CST.SourceToken[];

/** The `:` or `-` of an item; none in a list in brackets, nor behind a key without a value there. */
export function indicatorOf({ start, sep }: CST.CollectionItem): CST.SourceToken | undefined {
  return (sep ?? start).find(({ type }) => type === 'map-value-ind' || type === 'seq-item-ind');
}

/** What stands behind the indicator of an item, before its value. */
export function afterIndicator(item: CST.CollectionItem): Around {
  const tokens = item.sep ?? item.start;
  const indicator = indicatorOf(item);
  return indicator ? tokens.slice(tokens.indexOf(indicator) + 1) : tokens;
}

/** Whether a token is a blank, a line break or a comment. */
export function isTrivia({ type }: CST.SourceToken): boolean {
  return type === 'space' || type === 'newline' || type === 'comment';
}

/** Anchors and tags, as they are written before a value or a key. */
export function propsOf(tokens: Around): string {
  const props = tokens.filter(({ type }) => type === 'anchor' || type === 'tag');
  return props.map(({ source }) => `${source} `).join('');
}

/** Anchors and tags between the indicator of an item and its value. */
export function propsBehind(item: CST.CollectionItem): string {
  return indicatorOf(item) ? propsOf(afterIndicator(item)) : '';
}

/** The key as it is written, with its anchor and tag. */
export function keyText({ start, key }: CST.CollectionItem): string {
  return propsOf(start) + (isScalar(key) ? key.source : '');
}

/** Whether a token of this type is among them. */
export function hasToken(tokens: Around, type: CST.SourceToken['type']): boolean {
  return tokens.some((token) => token.type === type);
}

/** Whether a token is a word, quoted or not, or an alias. */
export function isScalar(token: CST.Token | null | undefined): token is CST.FlowScalar {
  return token?.type === 'alias' || (CST.isScalar(token) && token.type !== 'block-scalar');
}

/** The key of an item, where it is a word. */
export function wordOf({ key }: CST.CollectionItem): string | undefined {
  return isScalar(key) ? CST.resolveAsScalar(key)?.value : undefined;
}

/** Where a token ends, without the blanks and comments behind it. */
export function endOf(token: CST.Token): number {
  if (token.type === 'flow-collection') {
    const close = token.end.find(isClosing);
    return close ? close.offset + 1 : token.start.offset + 1;
  }
  if (token.type === 'block-scalar') return endOfText(token);
  if ('items' in token) return Math.max(...token.items.map(endOfItem));
  return 'source' in token ? token.offset + token.source.length : token.offset;
}

function isClosing({ type }: CST.SourceToken): boolean {
  return type === 'flow-map-end' || type === 'flow-seq-end';
}

/** The blank lines at its end count where they belong to it. */
function endOfText(token: CST.BlockScalar): number {
  const header = token.props.reduce(
    (sum, prop) => sum + ('source' in prop ? prop.source.length : 0),
    0,
  );
  const body = keepsBreaks(token) ? token.source : token.source.trimEnd();
  return token.offset + header + body.length;
}

/** Whether all blank lines at the end of a text in lines of its own belong to it. */
export function keepsBreaks({ props }: CST.BlockScalar): boolean {
  return props.some((token) => token.type === 'block-scalar-header' && token.source.includes('+'));
}

/** Where an item ends; comments that a parser keeps in an item of their own count for nothing. */
export function endOfItem({ start, key, sep = [], value }: CST.CollectionItem): number {
  const marks = [...start, ...sep].filter((token) => !isTrivia(token));
  const ends = [...marks, key, value].map((token) => (token ? endOf(token) : 0));
  return Math.max(...ends);
}

/** Whether an item holds anything but comments. */
export function isRealItem(item: CST.CollectionItem): boolean {
  return endOfItem(item) > 0;
}

/** Whether a comment stands between the brackets of a collection. */
export function hasComment({ items, end }: CST.FlowCollection): boolean {
  const close = end.findIndex(isClosing);
  return items.some(isCommented) || hasToken(end.slice(0, close), 'comment');
}

function isCommented({ start, key, sep = [], value }: CST.CollectionItem): boolean {
  if (hasToken(start, 'comment') || hasToken(sep, 'comment')) return true;
  return [key, value].some((token) => {
    if (token?.type === 'flow-collection' && hasComment(token)) return true;
    return token && 'end' in token && hasToken((token.end ?? []) as Around, 'comment');
  });
}
