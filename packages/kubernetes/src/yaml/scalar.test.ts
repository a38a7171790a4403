import { expect, it } from 'vitest';
import { fitsLiteralBlock, formatNumber, formatString } from './scalar.ts';

it.each([
  'web',
  'actions.summerwind.dev/v1alpha1',
  'docker.io/library/docker:27.3-dind',
  'github_token',
  'https',
  '/opt/cache',
  'nothing',
  'yesterday',
  'a:b:c',
])('leaves a plain word plain: %s', (text) => {
  expect(formatString(text)).toBe(text);
});

const misread =
  ' ~ - . = << null Null NULL true False YES no On off y N 1 -1 +1 010 08 0o17 0x1F 0b1 1_000 1.10 1e3 1e400 .5 .inf ' +
  '-.Inf .NaN 12:30:45 2024-01-01 2024-01-01T00:00:00Z --- ... # a: :a &a *a !a | > %a @a `a [a {a a,b "a" \'a\' ä';

it.each([...misread.split(' '), 'a #b', 'a: b', '- a', '? a', 'a b'])(
  'quotes what a reader might take for something else: %j',
  (text) => {
    expect(formatString(text)).toBe(JSON.stringify(text));
  },
);

it.each([
  ['\u0000\u001f', '"\\u0000\\u001f"'],
  ['\u007f\u0085\u009f', '"\\u007f\\u0085\\u009f"'],
  ['\u2028\u2029\ufeff\ufffe\uffff', '"\\u2028\\u2029\\ufeff\\ufffe\\uffff"'],
  ['\ud800', '"\\ud800"'],
  ['😀', '"😀"'],
])('escapes what YAML calls unprintable and nothing else: %j', (text, quoted) => {
  expect(formatString(text)).toBe(quoted);
});

it.each([
  [0, '0'],
  [-0, '0'],
  [-1.5, '-1.5'],
  [2 ** 53, '9007199254740992'],
  [1e21, '1.0e+21'],
  [1.5e300, '1.5e+300'],
  [5e-324, '5.0e-324'],
])('writes numbers with a decimal point before an exponent: %d', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

it('keeps a lone surrogate out of literal blocks', () => {
  expect(fitsLiteralBlock('a\n😀')).toBe(true);
  expect(fitsLiteralBlock('a\n\ud800')).toBe(false);
});
