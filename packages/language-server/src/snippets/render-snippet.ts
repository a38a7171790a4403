import { formatKey, formatScalar } from '../schema/describe-field.ts';
import { escapeText, hasStops, toPlainText } from './placeholders.ts';

/**
 * The body of a snippet of the schema as block YAML with tab stops. A text that begins with `^` stands as it is, which a
 * number behind a tab stop needs; other texts are quoted where YAML asks for it.
 */
export function renderSnippet(body: unknown): string {
  return isCollection(body) ? renderLines(body).join('\n') : renderScalar(body);
}

type Collection = readonly unknown[] | Readonly<Record<string, unknown>>;

function isCollection(value: unknown): value is Collection {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function renderLines(value: Collection): string[] {
  if (Array.isArray(value)) return value.flatMap(renderItem);
  return Object.entries(value).flatMap(([key, child]) => renderEntry(renderKey(key), child));
}

function renderKey(key: string): string {
  return hasStops(key) ? renderText(key) : escapeText(formatKey(key));
}

function renderEntry(key: string, value: unknown): string[] {
  if (!isCollection(value)) return [`${key}: ${renderScalar(value)}`];
  if (Array.isArray(value) && !value.some(isCollection)) {
    return [`${key}: [${value.map(renderScalar).join(', ')}]`];
  }
  return [`${key}:`, ...renderLines(value).map((line) => `  ${line}`)];
}

function renderItem(item: unknown): string[] {
  if (!isCollection(item)) return [`- ${renderScalar(item)}`];
  return renderLines(item).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

function renderScalar(value: unknown): string {
  if (typeof value !== 'string') return escapeText(JSON.stringify(value));
  return value.startsWith('^') ? value.slice(1) : renderText(value);
}

function renderText(text: string): string {
  if (!hasStops(text)) return escapeText(formatScalar(toPlainText(text)));
  const plain = toPlainText(text);
  return plain === '' || formatScalar(plain) === plain ? text : `"${text}"`;
}
