import { type Document, parseDocument } from '@fleetc/fleet';
import { isDeepStrictEqual } from 'node:util';
import { type Change, isLayoutProblem, layoutProblem, type Splice, type Tree } from './change.ts';
import { formatText } from './format-entry.ts';
import { fillEmpty, insertEntry } from './insert-entry.ts';
import { isPlain, type Plain, valueAt } from './layout.ts';
import { removeEntry } from './remove-entry.ts';

/** A changed text with the splices that made it, each counted in the text before it; or where no change was possible. */
export type Changed =
  | { readonly text: string; readonly splices: readonly Splice[] }
  | { readonly path: readonly string[]; readonly problem: string };

/**
 * Changes entries of a YAML text and no other byte of it. After each change the text is read again and has to mean what
 * it meant with that one entry changed: a layout that is stranger than this code knows is refused and never damaged.
 */
export async function changeText(text: string, changes: readonly Change[]): Promise<Changed> {
  const splices: Splice[] = [];
  let current = text;
  for (const change of changes) {
    try {
      const splice = await planSplice(current, change);
      splices.push(splice);
      current = current.slice(0, splice.start) + splice.text + current.slice(splice.end);
    } catch (error) {
      if (!isLayoutProblem(error)) throw error;
      return { path: change.path, problem: error.message };
    }
  }
  return { text: current, splices };
}

async function planSplice(text: string, change: Change): Promise<Splice> {
  const document = await read(text);
  const splice = change.set === undefined ? remove(document, change) : set(document, change);
  const changed = text.slice(0, splice.start) + splice.text + text.slice(splice.end);
  const { value } = await read(changed);
  if (!isDeepStrictEqual(value, expected(document.value, change))) {
    throw layoutProblem('it is laid out in a way that fleetc does not change');
  }
  return splice;
}

async function read(text: string): Promise<Document> {
  const { value } = await parseDocument({ path: '', text });
  if (!value) throw layoutProblem('it is laid out in a way that fleetc does not change');
  return value;
}

function set(document: Document, change: Change): Splice {
  const { source, span } = document;
  const { path: way, value } = descend(document, change.path);
  const [key, ...rest] = change.path.slice(way.length);
  if (key === undefined) return replaceText(document, change);
  const tree = rest.reduceRight<Tree>((inner, name) => ({ [name]: inner }), change.set!);
  const range = span(way);
  if (isPlain(value))
    return insertEntry({ document, text: source.text, path: way, map: value }, key, tree);
  if (value === null && range.start === range.end && way.length > 0) {
    return fillEmpty({ document, text: source.text, path: way, map: {} }, key, tree);
  }
  throw layoutProblem('a short form stands there');
}

function replaceText({ source, span, value }: Document, { path, set: tree }: Change): Splice {
  const { start, end } = span(path);
  const old = valueAt(value, path);
  const written = source.text.slice(start, end);
  const isOneLine = [old, `"${String(old)}"`, `'${String(old)}'`].includes(written);
  if (typeof tree !== 'string' || !isOneLine) throw layoutProblem('its text takes several lines');
  return { start, end, text: formatText(tree) };
}

function remove(document: Document, { path }: Change): Splice {
  const { path: way, value } = descend(document, path.slice(0, -1));
  if (way.length !== path.length - 1 || !isPlain(value)) throw layoutProblem('it is not there');
  return removeEntry({ document, text: document.source.text, path: way, map: value }, path.at(-1)!);
}

/** How far the text goes along a path. What an alias stands for is written elsewhere and shared. */
function descend(
  { source, span, value: root }: Document,
  path: readonly string[],
): { readonly path: readonly string[]; readonly value: unknown } {
  let value = root;
  let depth = 0;
  while (depth < path.length && isPlain(value) && Object.hasOwn(value, path[depth]!)) {
    value = value[path[depth]!];
    depth++;
    if (source.text[span(path.slice(0, depth)).start] === '*')
      throw layoutProblem('an alias stands there');
  }
  return { path: path.slice(0, depth), value };
}

function expected(value: unknown, { path: [key, ...rest], set }: Change): unknown {
  if (key === undefined) return set;
  const map: Plain = isPlain(value) ? value : {};
  if (set === undefined && rest.length === 0) {
    return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
  }
  return { ...map, [key]: expected(map[key], { path: rest, set } as Change) };
}
