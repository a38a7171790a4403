import type { Span } from '@fleetc/diagnostics';
import { isList, isMap, type Located, locateJson, toText } from './located.ts';
import { tokenizeExpression } from './tokenize-expression.ts';

/**
 * One combination of a matrix by keys in lower case, as GitHub looks them up; a value that is only known when the
 * workflow runs is `undefined`.
 */
export type Combination = ReadonlyMap<string, Located | undefined>;

/**
 * The value of what stands between `${{` and `}}`: literals, `matrix` and what is in it, `fromJSON`, `==`, `!=`, `&&` and
 * `||`. Anything else is only known when the workflow runs and gives `undefined`.
 */
export function evaluateExpression(
  expression: string,
  span: Span,
  matrix: Combination | undefined,
): Located | undefined {
  const tokens = tokenizeExpression(expression);
  if (!tokens) return undefined;
  const root = { span, value: new Map() };
  const reader: Reader = { tokens, at: 0, span, root, matrix, isLost: false };
  const value = readOr(reader);
  return reader.isLost || reader.at < tokens.length ? undefined : value;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  readonly span: Span;
  /** Stands for the word `matrix`; its entries are those of the combination. */
  readonly root: Located;
  readonly matrix: Combination | undefined;
  /** Set where something is not understood: nothing that was read before or after it counts. */
  isLost: boolean;
}

type Value = Located | undefined;

function readOr(reader: Reader): Value {
  let left = readAnd(reader);
  while (take(reader, '||')) {
    const right = readAnd(reader);
    left = left && (isTruthy(left) ? left : right);
  }
  return left;
}

function readAnd(reader: Reader): Value {
  let left = readEquality(reader);
  while (take(reader, '&&')) {
    const right = readEquality(reader);
    left = left && (isTruthy(left) ? right : left);
  }
  return left;
}

function readEquality(reader: Reader): Value {
  const left = readAccess(reader);
  const isNegated = reader.tokens[reader.at] === '!=';
  if (!isNegated && reader.tokens[reader.at] !== '==') return left;
  reader.at++;
  const texts = [left, readAccess(reader)].map((side) => side && toText(side)?.toLowerCase());
  if (texts.includes(undefined)) return undefined;
  return { span: reader.span, value: (texts[0] === texts[1]) !== isNegated };
}

function readAccess(reader: Reader): Value {
  let value = readOperand(reader);
  for (;;) {
    if (take(reader, '.')) {
      value = step(reader, value, reader.tokens[reader.at++]);
    } else if (take(reader, '[')) {
      const key = readOr(reader);
      expect(reader, ']');
      value = key && step(reader, value, toText(key));
    } else return value;
  }
}

function readOperand(reader: Reader): Value {
  const token = reader.tokens[reader.at++];
  const { span } = reader;
  if (token === undefined) return lose(reader);
  if (token === '(') return readParenthesis(reader);
  if (token.startsWith("'")) return { span, value: token.slice(1, -1).replaceAll("''", "'") };
  if (/^-?\d/.test(token)) return { span, value: Number(token) };
  const word = words.get(token);
  if (word !== undefined) return { span, value: word };
  if (!/^[A-Za-z_]/.test(token)) return lose(reader);
  if (take(reader, '(')) return readCall(reader, token);
  return token.toLowerCase() === 'matrix' ? reader.root : undefined;
}

const words: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function readParenthesis(reader: Reader): Value {
  const value = readOr(reader);
  expect(reader, ')');
  return value;
}

function readCall(reader: Reader, name: string): Value {
  if (name.toLowerCase() !== 'fromjson') return lose(reader);
  const argument = readParenthesis(reader);
  const text = argument && toText(argument);
  if (!argument || text === undefined) return undefined;
  try {
    return locateJson(JSON.parse(text), argument.span);
  } catch {
    return undefined;
  }
}

/** The entry of a map or list; what is not there is null, as GitHub has it. */
function step({ root, span, matrix }: Reader, from: Value, name: string | undefined): Value {
  if (!from || name === undefined) return undefined;
  const key = name.toLowerCase();
  const missing: Located = { span, value: null };
  if (from === root) return !matrix || matrix.has(key) ? matrix?.get(key) : missing;
  const { value } = from;
  if (isList(value)) return value[Number(name)] ?? missing;
  if (!isMap(value)) return missing;
  return [...value].find(([candidate]) => candidate.toLowerCase() === key)?.[1] ?? missing;
}

function isTruthy({ value }: Located): boolean {
  return Boolean(value);
}

function take(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.at] !== token) return false;
  reader.at++;
  return true;
}

function expect(reader: Reader, token: string): void {
  if (!take(reader, token)) lose(reader);
}

function lose(reader: Reader): undefined {
  reader.isLost = true;
  return undefined;
}
