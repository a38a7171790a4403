import fc from 'fast-check';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { formatYaml, formatYamlStream } from './format-yaml.ts';

const readers: ReadonlyArray<readonly [string, (text: string) => unknown]> = [
  ['yaml as 1.2', (text) => parse(text, { version: '1.2' })],
  ['yaml as 1.1', (text) => parse(text, { version: '1.1' })],
  ['js-yaml', (text) => load(text)],
  ['js-yaml as 1.1', (text) => load(text, { schema: YAML11_SCHEMA })],
];

const words =
  'yes No ON off null Null ~ true FALSE y N = << .inf -.INF .nan 1_000 12:30:45 190:20:30 0x1f 010 0o10 0b11 08 1e3 ' +
  '1e400 1.10 +1 -0 .5 1. 2024-01-01 2024-01-01T10:00:00Z --- ... # a: : - ? &a *a %YAML @ ` {} [] | >- " \' \\ \\n ' +
  '__proto__ constructor 0 10 9';
const phrases = [
  '',
  '2001-12-14 21:59:43.10 -5',
  '--- a',
  ' #',
  'a #b',
  'a: b',
  ': ',
  '- ',
  '? ',
  '! a',
  '%YAML 1.1',
];
const nasty = [...words.split(' '), ...phrases];
const blanks = [
  ' ',
  '  ',
  '\t',
  '\n',
  '\n\n',
  '\r',
  '\r\n',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\u2029',
];
const odd = ['\ufeff', '\ufffe', '\u0000', '\u001b', '\u007f', '\ud800', '\udc00', '😀', 'é'];
const pieces = [...blanks, ...odd, ...nasty, 'word', ' #'];

const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .tuple(fc.constantFrom('x', 'x ', 'é\n', ' '), fc.integer({ min: 100, max: 1500 }))
    .map(([s, n]) => s.repeat(n)),
);
const number = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(text, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

// JSON has no negative zero.
const plain = (input: unknown): unknown => JSON.parse(JSON.stringify(input));
const runs = { numRuns: 1500 };

it.each(readers)('%s reads back what was formatted', (_, read) => {
  fc.assert(
    fc.property(value, (input) => {
      expect(read(formatYaml(input))).toEqual(plain(input));
    }),
    runs,
  );
});

it('formats what was read back to the same bytes', () => {
  fc.assert(
    fc.property(value, (input) => {
      const once = formatYaml(input);
      expect(formatYaml(parse(once))).toBe(once);
      expect(once.endsWith('\n')).toBe(true);
    }),
    runs,
  );
});

it('gives the same bytes for any order of keys', () => {
  fc.assert(
    fc.property(value, (input) => {
      expect(formatYaml(reversed(input))).toBe(formatYaml(input));
    }),
    runs,
  );
});

it('writes a stream that splits into its documents again', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (inputs) => {
      const documents = parseAllDocuments(formatYamlStream(inputs));
      expect([...documents].map((document) => document.toJS())).toEqual(plain(inputs));
    }),
  );
});

function reversed(input: unknown): unknown {
  if (Array.isArray(input)) return input.map(reversed);
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(
    Object.entries(input)
      .toReversed()
      .map(([key, entry]) => [key, reversed(entry)]),
  );
}
