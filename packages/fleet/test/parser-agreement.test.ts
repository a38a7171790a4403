import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Document } from 'yaml';
import { parseDocument } from '../src/parse/parse-document.ts';
import { examples, ruleExamples } from './examples.ts';
import { readSlowly } from './slow-parser.ts';

/** Milliseconds that a property may take where much else is running. */
const patience = 60_000;

const texts = [...examples.map(([, text]) => text), ...ruleExamples];

async function readFast(text: string) {
  const { value, diagnostics } = await parseDocument({ path: 'fleet.yaml', text });
  const codes = diagnostics.map(({ code }) => code);
  const seen = `${text}\n${diagnostics.map(({ message }) => message).join('\n')}`;
  return { value: value?.value, codes, diagnostics, seen };
}

/** Findings about texts that are good YAML and no good fleet. */
const notSyntax = new Set(['FLC1002', 'FLC1006', 'FLC1007', 'FLC1008', 'FLC1012', 'FLC1013']);

/**
 * What the two parsers are known to see differently: who refuses, an example, and why. A generated text that shows one of
 * these signs, itself or in what is said of it, is not compared.
 */
const differences = [
  {
    why: 'the fast parser knows CR alone as a line break, as YAML 1.2 says; the other one does not',
    text: 'a: 1\rb: 2\r',
    sign: /\r(?!\n)/,
    refuses: 'slow',
  },
  {
    why: 'the fast parser reads a key that is not there as null, and lets a map follow on its line',
    text: ': a: 1\n',
    sign: /(?:^|[\s{[,?-]):(?=\s|$)|\?|null|~/im,
    refuses: 'slow',
  },
  {
    why: 'the fast parser takes an indented --- for the start of the document',
    text: '  ---\n  a: 1\n',
    sign: /^\s*---/,
    refuses: 'slow',
  },
  {
    why: 'the fast parser lets a map begin behind an anchor on the line of its key',
    text: 'a: &x b: 1\n',
    sign: /&\S*[ \t]+\S[^\n]*:/,
    refuses: 'slow',
  },
  {
    why: 'the other parser counts a document before a leading document end',
    text: '...\na: 1\n',
    sign: /^(?:\s|#.*)*\.\.\./,
    refuses: 'slow',
  },
  {
    why: 'the fast parser refuses a tab between a sign and a flow collection',
    text: 'a:\t[b]\n',
    sign: /\t/,
    refuses: 'fast',
  },
  {
    why: 'the fast parser refuses a closing bracket at the indentation of the key, as YAML 1.2 says',
    text: 'a: [\n  b\n]\n',
    sign: /[\r\n] *[\]}]/,
    refuses: 'fast',
  },
  {
    why: 'the fast parser refuses control characters, as YAML 1.2 says',
    text: 'a: b\0\n',
    sign: /\0/,
    refuses: 'fast',
  },
  {
    why: 'the other parser prints a map or a list that is a key, and so makes text of it',
    text: '? [a]\n: b\n',
    sign: /a key must be text/,
    refuses: 'fast',
  },
  {
    why: 'the other parser reads a colon behind a bracket as a further key that is not there',
    text: 'a:\n  b: []:\n',
    sign: /[\]}]\s*:/,
    refuses: 'fast',
  },
  {
    why: 'tags that mean nothing are an error of the fleet language and a warning of the other parser',
    text: 'a: !secret b\n',
    sign: /!/,
    refuses: 'fast',
  },
] as const;

it.each(differences)('differs from the other parser: $why', async ({ text, sign, refuses }) => {
  const fast = await readFast(text);
  expect(fast.seen).toMatch(sign);
  const isRefused = { fast: fast.codes.length > 0, slow: !('value' in readSlowly(text)) };
  expect(isRefused).toEqual({ fast: refuses === 'fast', slow: refuses === 'slow' });
});

async function compare(text: string): Promise<void> {
  const fast = await readFast(text);
  const slow = readSlowly(text);
  for (const { primary } of fast.diagnostics) {
    const { start, end } = primary!.span;
    expect(0 <= start && start <= end && end <= text.length).toBe(true);
  }
  if (differences.some(({ sign }) => sign.test(fast.seen))) return;
  if ('error' in slow) expect(fast.codes).not.toEqual([]);
  else if ('documents' in slow)
    expect(fast.codes).toEqual([slow.documents ? 'FLC1004' : 'FLC1003']);
  else if (slow.value === null) expect(fast.codes).toEqual(['FLC1003']);
  else {
    expect(fast.codes.filter((code) => !notSyntax.has(code))).toEqual([]);
    if (fast.value !== undefined) expect(fast.value).toEqual(slow.value);
  }
}

it('reads every example as the other parser does', async () => {
  for (const text of texts) await compare(text);
});

const word = fc.oneof(
  fc.constantFrom('', 'yes', 'null', '~', '0x1F', '1_000', '1e3', '.inf', '- a', 'a: b', '# c'),
  fc.string({ unit: fc.constantFrom(...'ab 1:-#\'"\n\\[]{}&*!|>%@`,é漢') }),
);
const scalar = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null));
const key = word.filter((text) => text !== '__proto__' && text !== '<<');
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const styles = fc.record({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  collectionStyle: fc.constantFrom('any', 'block', 'flow'),
  defaultStringType: fc.constantFrom(
    'PLAIN',
    'QUOTE_DOUBLE',
    'QUOTE_SINGLE',
    'BLOCK_LITERAL',
    'BLOCK_FOLDED',
  ),
  defaultKeyType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE'),
  flowCollectionPadding: fc.boolean(),
} as const);

it(
  'reads what the other parser writes, in whatever style',
  async () => {
    const property = fc.asyncProperty(
      fc.dictionary(key, tree, { minKeys: 1, noNullPrototype: true }),
      styles,
      async (value, style) => {
        const text = new Document(value, { aliasDuplicateObjects: false }).toString(style);
        // With some styles the other parser writes what it cannot read.
        fc.pre(isDeepStrictEqual(readSlowly(text), { value }));
        const fast = await readFast(text);
        expect(fast.codes.filter((code) => code !== 'FLC1012')).toEqual([]);
        expect(fast.value).toEqual(value);
      },
    );
    await fc.assert(property, { seed: 1, numRuns: 150 });
  },
  patience,
);

const inserts = [
  '\t',
  ' ',
  '  ',
  '\n',
  ':',
  ': ',
  '-',
  '- ',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '#',
  '&a ',
  '*a ',
  '|',
  '>',
  '%',
  '@',
  ',',
  '\\',
  '---\n',
  '...\n',
  '<<: ',
  'é',
  '\0',
];

/** A few lines of a text with some places cut, doubled, replaced or filled. */
const broken = fc
  .record({
    text: fc.constantFrom(...texts),
    from: fc.nat(60),
    lines: fc.integer({ min: 1, max: 12 }),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        drop: fc.nat(2),
        insert: fc.constantFrom('', ...inserts),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    keep: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 5 }),
  })
  .map(({ text, from, lines, edits, keep }) => {
    const all = text.split('\n');
    let cut = `${all
      .slice(from % all.length)
      .slice(0, lines)
      .join('\n')}\n`;
    for (const { at, drop, insert } of edits) {
      const place = Math.floor(at * cut.length);
      cut = cut.slice(0, place) + insert + cut.slice(place + drop);
    }
    return keep === null ? cut : cut.slice(0, Math.floor(keep * cut.length));
  });

it(
  'refuses what the other parser refuses, never throws, and points into the text',
  async () => {
    await fc.assert(fc.asyncProperty(broken, compare), { seed: 1, numRuns: 2000 });
  },
  patience,
);
