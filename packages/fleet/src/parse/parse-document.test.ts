import { expect, it } from 'vitest';
import { codesAt, readMarks, relatedSpans } from '../testing/marked-text.ts';
import { parseDocument } from './parse-document.ts';

const path = 'fleet.yaml';

async function read(text: string) {
  return parseDocument({ path, text });
}

function nested(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`;
}

function aliases(count: number): string {
  return `a: &x 1\nb: [${Array(count).fill('*x').join(', ')}]\n`;
}

async function valueOf(text: string): Promise<unknown> {
  const { value, diagnostics } = await read(text);
  expect(diagnostics).toEqual([]);
  return value?.value;
}

it.each<[string, string, string]>([
  ['a tab as indentation', 'FLC1001', 'a:\n‸\t‸b: 1\n'],
  ['a tab behind spaces', 'FLC1001', 'a:\n  ‸\t‸b: 1\n'],
  ['the first of several tabs', 'FLC1001', 'a:\n‸\t‸\tb: 1\n\tc: 2\n'],
  ['a tab on the first line', 'FLC1001', '‸\t‸a: 1\n'],
  ['a tab before a list item', 'FLC1001', 'a:\n- b\n‸\t‸- c\n'],
  ['a tab in a flow map', 'FLC1001', 'a: {\n‸\t‸b: 1 }\n'],
  ['a tab before a continued quote', 'FLC1001', 'a: "x\n‸\t‸y"\n'],
  ['a tab in a block scalar', 'FLC1001', 'a: |\n‸\t‸x\n'],
  ['an unclosed quote, not a tab that is allowed', 'FLC1005', 'a: |\n  \tx\nb: ‸"‸y\n'],
  ['an unclosed double quote', 'FLC1005', 'a: 1\nb: ‸"‸x\nc: 2\n'],
  ['an unclosed single quote', 'FLC1005', "a: 1\nb: ‸'‸x\nc: 2\n"],
  ['an unclosed quote at the end', 'FLC1005', 'a: ‸"‸'],
  ['an unclosed list', 'FLC1005', 'a: ‸[‸1, 2\nb: 1\n'],
  ['an unclosed map', 'FLC1005', 'a: ‸{‸ b: 1\nc: 1\n'],
  ['the innermost of unclosed brackets', 'FLC1005', 'a: { b: ‸[‸1, 2 }\n'],
  ['an unclosed bracket around a closed one', 'FLC1005', 'a: ‸[‸1, [2], 3\nb: 1\n'],
  ['a bracket that closes nothing', 'FLC1005', 'a: [1]‸]‸\n'],
  ['a closing bracket below its key', 'FLC1005', 'a: {\n  b: 1,\n‸}‸\n'],
  ['a tab before a bracket', 'FLC1005', 'a:‸\t‸[b]\n'],
  ['an entry indented less than its neighbour', 'FLC1005', 'a:\n  b: 1\n ‸c‸: 2\n'],
  ['an entry indented more than its neighbour', 'FLC1005', 'a: 1\n  ‸b‸: 2\n'],
  ['a list item indented less', 'FLC1005', 'a:\n  - x\n ‸-‸ y\n'],
  ['a second document', 'FLC1004', 'a: 1\n‸---‸\nb: 2\n'],
  ['a second document behind a marked first', 'FLC1004', '---\na: 1\n‸---‸\nb: 2\n---\nc: 3\n'],
  ['a second document behind a comment', 'FLC1004', '# a\n\n---\na: 1\n...\n# b\n‸---‸\nb: 2'],
  ['a second document without a marker', 'FLC1004', 'a: 1\n...\n# c\n‸b:‸ 2\n'],
  ['a second document that is empty', 'FLC1004', 'a: 1\n‸---‸\n'],
  ['a second document behind text with dashes', 'FLC1004', 'a: |\n  ---\n---b: 1\n‸---‸\nb: 1\n'],
  ['nothing', 'FLC1003', '‸‸'],
  ['blank lines', 'FLC1003', '‸‸ \n\n'],
  ['a comment alone', 'FLC1003', '‸‸# nothing\n'],
  ['null', 'FLC1003', '‸‸null\n'],
  ['a document marker alone', 'FLC1003', '‸‸---\n'],
  ['a local tag', 'FLC1007', 'a: ‸!secret‸ x\n'],
  ['a tag of a language', 'FLC1007', 'a: [‸!!js/function‸ "x"]\n'],
  ['a tag outside of the core schema', 'FLC1007', 'a: ‸!!binary‸ aGk=\n'],
  ['an alias without an anchor', 'FLC1005', 'a: *‸x‸\n'],
  ['an alias inside of what it names', 'FLC1005', 'a: &x [‸*x‸]\n'],
  ['a list as a key', 'FLC1005', '? ‸[‸a, b]\n: 1\n'],
  ['an unquoted template', 'FLC1005', 'a: {‸{‸ .Values.x }}\n'],
  ['a NUL', 'FLC1005', 'a: x‸\0‸y\n'],
  ['a control character', 'FLC1005', 'a: ‸\u001B‸[31m\n'],
  ['half of a surrogate pair', 'FLC1005', 'a: ‸\uD800‸\n'],
  ['a merge key', 'FLC1006', 'a: &a { x: 1 }\nb:\n  ‸<<‸: *a\n  y: 2\n'],
  ['a quoted merge key', 'FLC1006', 'b: { ‸"<<"‸: 1 }\n'],
  ['the key __proto__', 'FLC1008', 'a:\n  ‸__proto__‸: { x: 1 }\n'],
  ['the key __proto__ in quotes', 'FLC1008', 'a: [{ ‸"__proto__"‸: 1 }]\n'],
])('reports %s once, at its place', async (_, code, marked) => {
  const { text, places } = readMarks(marked);
  const { diagnostics } = await read(text);
  expect(codesAt(diagnostics)).toEqual([[code, places[0]]]);
});

it.each<[string, string]>([
  ['two entries', '‹a›: 1\nb: 2\n‸a‸: 3\n'],
  ['a quoted and a plain key', '‹"a"›: 1\n‸a‸: 2\n'],
  ['keys that are one number', '‹01›: a\n‸1‸: b\n‸0x1‸: c\n'],
  ['keys that are both null', '‹null›: 1\n‸~‸: 2\n'],
  ['a key and an alias of it', '&k ‹a›: 1\n‸*k‸ : 2\n'],
  ['whole blocks', '‹pools›:\n  a: {}\nscopes: {}\n‸pools‸:\n  b: {}\n'],
])('reports both places of a duplicate key: %s', async (_, marked) => {
  const { text, places, related } = readMarks(marked);
  const { diagnostics } = await read(text);
  expect(codesAt(diagnostics)).toEqual(places.map((place) => ['FLC1002', place]));
  expect(relatedSpans(diagnostics)).toEqual(places.map(() => related[0]));
});

it('reports every duplicate key of a file, each with the first of its name', async () => {
  const { text, places } = readMarks(
    'p:\n  q:\n    a: 1\n    ‸a‸: 2\n    ‸a‸: 3\n  r: { x: 1, ‸x‸: 2 }\n‸p‸: 4\n',
  );
  const { diagnostics } = await read(text);
  expect(codesAt(diagnostics)).toEqual(places.map((place) => ['FLC1002', place]));
  const firsts = diagnostics.map(({ related }) => related[0]!.span.start);
  expect(firsts.sort((a, b) => a - b)).toEqual([0, 12, 12, 42]);
});

it('reports every number that JSON does not have', async () => {
  const { text, places } = readMarks('a: ‸.inf‸\nb: [‸-.Inf‸, ".inf"]\nc: { d: ‸.nan‸ }\n');
  const { diagnostics } = await read(text);
  expect(codesAt(diagnostics)).toEqual(places.map((place) => ['FLC1012', place]));
});

it('goes on after findings that leave the rest readable', async () => {
  const { value, diagnostics } = await read('a: 1\na: 2\nb: .inf\nc: { <<: {} }\n');
  expect(diagnostics.map(({ code }) => code)).toEqual(['FLC1002', 'FLC1012', 'FLC1006']);
  expect(value?.value).toEqual({ a: 2, b: Infinity, c: { '<<': {} } });
});

it('stops at 64 levels of nesting', async () => {
  expect((await read(nested(63))).diagnostics).toEqual([]);
  for (const text of [nested(65), '['.repeat(100_000), `${'a: { '.repeat(100)}`]) {
    const { value, diagnostics } = await read(text);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['FLC1013', 'the file passes a limit of the reader: 64 levels of nesting'],
    ]);
  }
});

it('stops at a hundred aliases', async () => {
  expect((await read(aliases(100))).diagnostics).toEqual([]);
  expect((await read(aliases(101))).diagnostics.map(({ message }) => message)).toEqual([
    'the file passes a limit of the reader: 100 aliases',
  ]);
});

it('stops at aliases of aliases that stand for more values than memory holds', async () => {
  const levels = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [index, name] of [...'bcdefghij'].entries()) {
    const before = 'abcdefghi'[index];
    levels.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
  }
  const { diagnostics } = await read(`${levels.join('\n')}\n`);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'the file passes a limit of the reader: 100000 values that aliases stand for',
  ]);
});

it.each<[string, string, unknown]>([
  ['tabs behind keys and values', 'a:\t1\t\nb: 2 \t# c\n', { a: 1, b: 2 }],
  ['a tab before a comment', 'a: 1\n\t# c\n', { a: 1 }],
  ['a tab behind a dash', 'a:\n  -\tb\n', { a: ['b'] }],
  ['a tab inside of a block scalar', 'a: |\n  x\n  \ty\n', { a: 'x\n\ty\n' }],
  ['an alias', 'a: &x { b: [1] }\nc: *x\n', { a: { b: [1] }, c: { b: [1] } }],
  ['an anchor that is set again', 'a: &x 1\nb: &x 2\nc: *x\n', { a: 1, b: 2, c: 2 }],
  ['a core tag', 'a: !!str 1\n', { a: '1' }],
  ['names of object members', 'constructor: 1\ntoString: 2\n', { constructor: 1, toString: 2 }],
  ['a merge sign as a value', 'a: <<\n', { a: '<<' }],
  [
    'words that YAML 1.1 reads as booleans',
    'a: [yes, no, on, off, y]\n',
    { a: ['yes', 'no', 'on', 'off', 'y'] },
  ],
  [
    'numbers of the core schema alone',
    'a: [0o17, 017, 0x1F, 1_000, 1e3, 12:30]\n',
    { a: [15, 17, 31, '1_000', 1000, '12:30'] },
  ],
  ['a date as text', 'a: 2026-12-01\n', { a: '2026-12-01' }],
  ['no value as null', 'a:\nb: ~\n', { a: null, b: null }],
  ['CRLF', 'a:\r\n  b: "x"\r\n  c: |\r\n    d\r\n', { a: { b: 'x', c: 'd\n' } }],
  ['CR alone', 'a: 1\rb:\r  c: 2\r', { a: 1, b: { c: 2 } }],
  ['a document end', '---\na: 1\n...\n', { a: 1 }],
  ['a directive', '%YAML 1.2\n---\na: 1\n', { a: 1 }],
  ['text that is not a map', 'hello\n', 'hello'],
  ['keys that are no text', '1: a\n1.50: b\ntrue: c\n', { 1: 'a', 1.5: 'b', true: 'c' }],
  ['folded text', 'a: >-\n  x\n  y\n', { a: 'x y' }],
])('reads %s', async (_, text, expected) => {
  expect(await valueOf(text)).toEqual(expected);
});

it('gives a key named __proto__ no power over the value', async () => {
  const { value } = await read('a: { __proto__: { polluted: true } }\n');
  const map = (value!.value as { a: object }).a;
  expect(Object.getPrototypeOf(map)).toBe(Object.prototype);
  expect((map as { polluted?: boolean }).polluted).toBeUndefined();
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
