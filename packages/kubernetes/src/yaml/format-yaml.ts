import { sortKeys } from './key-order.ts';
import { fitsLiteralBlock, formatNumber, formatString } from './scalar.ts';

/**
 * A JSON value as canonical YAML: block style, two spaces, keys in canonical order, no line ever folded, one newline at
 * the end. Equal values give equal bytes, and readers of YAML 1.1 and 1.2 give the value back.
 *
 * Map entries that are `undefined` are left out; anything else that is no JSON value is a fault of the caller and throws.
 */
export function formatYaml(value: unknown): string {
  const lines: string[] = [];
  if (isEntered(value)) emitEntries(value, '', '', lines);
  else lines.push(formatScalar(value, '').trimStart());
  return `${lines.join('\n')}\n`;
}

/** Several documents as one stream, `---` between them only. */
export function formatYamlStream(values: readonly unknown[]): string {
  return values.map(formatYaml).join('---\n');
}

type Collection = readonly unknown[] | Readonly<Record<string, unknown>>;

/** Whether a value takes lines of its own; empty collections stand behind their key. */
function isEntered(value: unknown): value is Collection {
  if (Array.isArray(value)) return value.length > 0;
  return isMap(value) && hasEntries(value);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasEntries(map: Readonly<Record<string, unknown>>): boolean {
  return Object.values(map).some((entry) => entry !== undefined);
}

/** `first` stands before the first entry instead of `indent`: the dashes of the lists that it opens. */
function emitEntries(value: Collection, first: string, indent: string, lines: string[]): void {
  let lead = first;
  const emit = (head: string, entry: unknown) => {
    emitEntry(lead + head, entry, indent, lines);
    lead = indent;
  };
  if (isMap(value)) {
    for (const key of sortKeys(value)) {
      const entry = value[key];
      if (entry !== undefined) emit(formatKey(key, indent), entry);
    }
  } else {
    for (const entry of value) emit('-', entry);
  }
}

function emitEntry(head: string, value: unknown, indent: string, lines: string[]): void {
  if (!isEntered(value)) {
    lines.push(head + formatScalar(value, indent));
  } else if (head.endsWith('-')) {
    emitEntries(value, `${head} `, `${indent}  `, lines);
  } else {
    lines.push(head);
    emitEntries(value, `${indent}  `, `${indent}  `, lines);
  }
}

// YAML limits a key that stands on the line of its value to 1024 characters; a longer one is introduced by `?`.
const longestSimpleKey = 1000;

function formatKey(key: string, indent: string): string {
  const text = formatString(key);
  return text.length > longestSimpleKey ? `? ${text}\n${indent}:` : `${text}:`;
}

function formatScalar(value: unknown, indent: string): string {
  if (typeof value === 'string') return ` ${formatText(value, indent)}`;
  if (typeof value === 'number' && Number.isFinite(value)) return ` ${formatNumber(value)}`;
  if (typeof value === 'boolean' || value === null) return ` ${value}`;
  if (Array.isArray(value)) return ' []';
  if (isMap(value)) return ' {}';
  throw new TypeError(`a value of type ${typeof value} has no place in YAML`);
}

function formatText(text: string, indent: string): string {
  if (!fitsLiteralBlock(text)) return formatString(text);
  const endsInNewline = text.endsWith('\n');
  const lines = (endsInNewline ? text.slice(0, -1) : text).split('\n');
  const body = lines.map((line) => (line === '' ? '' : `${indent}  ${line}`));
  return [endsInNewline ? '|' : '|-', ...body].join('\n');
}
