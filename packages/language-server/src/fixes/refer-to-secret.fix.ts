import type { Path } from '@fleetc/diagnostics';
import { type Document, parseDocument } from '@fleetc/fleet';
import { toPatched } from '../names/environment-path.ts';
import type { Edit } from '../text/edit.ts';
import type { Fix } from './fix.ts';
import { variableFor } from './variable-for.ts';

/** Puts a reference where a secret stands, by the place: what is replaced is never repeated. */
export const referToSecret: Fix = {
  codes: ['FLC4001', 'FLC4002'],
  async propose({ text, offset }) {
    const { value: document } = await parseDocument({ path: '', text });
    const path = document && leafAt(document, offset);
    const edit = path && replaceValue(document, path);
    return edit && { title: 'Refer to a Secret instead', edits: [edit] };
  },
};

/** The path of the text that an offset is in. */
function leafAt(document: Document, offset: number): Path | undefined {
  return [...listTexts(document.value, [])].find((path) => {
    const { start, end } = document.span(path);
    return start <= offset && offset < end;
  });
}

function* listTexts(value: unknown, path: Path): Generator<Path> {
  if (typeof value === 'string') yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield* listTexts(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function replaceValue(document: Document, written: Path): Edit | undefined {
  const { path } = toPatched(written);
  const reference = referenceFor(path.map(String));
  if (!reference) return undefined;
  const { key, value } = reference;
  const end = document.span(written).end;
  if (key === undefined) return edit(document, document.span(written).start, end, value);
  const siblings = valueAt(document.value, written.slice(0, -1));
  if (siblings && Object.hasOwn(siblings, key)) return undefined;
  return edit(document, document.span(written, 'key').start, end, `${key}: ${value}`);
}

/** A text of several lines begins with a mark on the line above, and ends with its last line. */
function edit({ source }: Document, start: number, end: number, text: string): Edit {
  const mark = /[|>][-+\d]*[ \t]*(?:#[^\n]*)?\r?\n\s*$/.exec(source.text.slice(0, start));
  const replaced = source.text.slice(start, end);
  return {
    start: mark?.index ?? start,
    end: end - replaced.length + replaced.trimEnd().length,
    text,
  };
}

interface Reference {
  /** Replaces the key as well. */
  readonly key?: string;
  readonly value: string;
}

/** What belongs at a path where somebody wrote the secret itself. */
function referenceFor(path: readonly string[]): Reference | undefined {
  const [block, name] = path;
  if (block === 'credentials' && name !== undefined) return inCredential(name, path.slice(2));
  const at = path.indexOf('env', 2);
  if (at > 0 && path.length > at + 1 && /^(?:pools|profiles)$/.test(block!)) {
    return inVariable(path[at + 1]!, path.slice(at + 2));
  }
  const secret = block === 'controller' ? path.indexOf('secret') : -1;
  return secret < 0
    ? undefined
    : inSecret(variableFor(path[secret - 1]!, 'secret'), path.slice(secret + 1));
}

function inVariable(variable: string, rest: readonly string[]): Reference | undefined {
  const name = variable
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const target = `{ name: ${name || 'secret'}, key: ${variable} }`;
  if (rest.length === 0) return { value: `{ secret: ${target} }` };
  return rest.length === 1 && rest[0] === 'value' ? { key: 'secret', value: target } : undefined;
}

function inCredential(name: string, [kind, ...rest]: readonly string[]): Reference | undefined {
  if (kind === undefined) {
    return { value: `{ pat: { secret: { from: { env: ${variableFor(name, 'pat')} } } } }` };
  }
  if (kind !== 'pat' && kind !== 'app' && kind !== 'registry') return undefined;
  const variable = variableFor(name, kind);
  const whole = `{ from: { env: ${variable} } }`;
  const [word, ...further] = rest;
  if (word === undefined) return kind === 'pat' ? { value: `{ secret: ${whole} }` } : undefined;
  if (word === 'secret') return inSecret(variable, further);
  const isOwn = ['id', 'installationId', 'server', 'username'].includes(word);
  return isOwn || further.length > 0 ? undefined : { key: 'secret', value: whole };
}

function inSecret(variable: string, [word, ...rest]: readonly string[]): Reference | undefined {
  if (word === undefined) return { value: `{ from: { env: ${variable} } }` };
  if (word !== 'from') {
    const isOwn = word === 'name' || word === 'key';
    return isOwn || rest.length > 0 ? undefined : { key: 'from', value: `{ env: ${variable} }` };
  }
  const [source, ...further] = rest;
  if (source === undefined) return { value: `{ env: ${variable} }` };
  return source === 'env' && further.length === 0 ? { value: variable } : undefined;
}

function valueAt(value: unknown, path: Path): object | undefined {
  let found = value;
  for (const step of path) found = (found as Record<string, unknown> | undefined)?.[step];
  return typeof found === 'object' && found !== null ? found : undefined;
}
