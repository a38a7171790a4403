import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluateText } from './evaluate-text.ts';
import { type Located, locateJson } from './located.ts';

const span = { file: 'ci.yml', start: 0, end: 9 };
const inMatrix = { file: 'ci.yml', start: 20, end: 25 };
const matrix = new Map<string, Located | undefined>(
  Object.entries({
    os: 'build',
    version: 24.04,
    no: false,
    empty: '',
    list: ['self-hosted', 'build'],
    config: { Runner: { label: 'large' } },
    json: '["self-hosted", "arm"]',
  }).map(([key, value]) => [key, locateJson(value, inMatrix)]),
);
matrix.set('later', undefined);

/** The plain value, or `unknown`. */
function plain(located: Located | undefined): unknown {
  if (!located) return 'unknown';
  const { value } = located;
  if (value instanceof Map) return Object.fromEntries([...value].map(([k, v]) => [k, plain(v)]));
  return Array.isArray(value) ? value.map((item: Located) => plain(item)) : value;
}

it.each<[string, unknown]>([
  ['plain', 'plain'],
  ['$ {{ matrix.os }}', '$ {{ matrix.os }}'],
  ['${{ matrix.os }}', 'build'],
  ['${{matrix.os}}', 'build'],
  ['  ${{ matrix.os }}\n', 'build'],
  ['${{ MATRIX.OS }}', 'build'],
  ["${{ matrix['os'] }}", 'build'],
  ['${{ matrix.config.runner.label }}', 'large'],
  ["${{ matrix.config['Runner'].LABEL }}", 'large'],
  ['${{ matrix.list }}', ['self-hosted', 'build']],
  ['${{ matrix.list[1] }}', 'build'],
  ['${{ matrix.version }}', 24.04],
  ['ubuntu-${{ matrix.version }}', 'ubuntu-24.04'],
  ['${{ matrix.os }}-${{ matrix.version }}', 'build-24.04'],
  ['a${{ matrix.no }}b', 'afalseb'],
  ['${{ matrix.missing }}', null],
  ['x-${{ matrix.missing }}', 'x-'],
  ['${{ matrix.os.deeper }}', null],
  ["${{ 'it''s' }}", "it's"],
  ["${{ '}}' }}", '}}'],
  ['${{ true }}', true],
  ['${{ -1.5 }}', -1.5],
  ['${{ null }}', null],
  ["${{ matrix.missing || 'build' }}", 'build'],
  ["${{ matrix.empty || matrix.no || 'x' }}", 'x'],
  ['${{ matrix.os || inputs.os }}', 'build'],
  ["${{ matrix.os && 'x' }}", 'x'],
  ["${{ matrix.no && inputs.os || 'x' }}", 'x'],
  ["${{ matrix.os == 'BUILD' && 'yes' || 'no' }}", 'yes'],
  ["${{ matrix.os != 'build' && 'yes' || 'no' }}", 'no'],
  ["${{ (matrix.no || matrix.os) && 'x' }}", 'x'],
  ['${{ fromJSON(matrix.json) }}', ['self-hosted', 'arm']],
  ['${{ fromJson(\'{"group":"g"}\').group }}', 'g'],
  ["${{ fromJSON('[1,') }}", 'unknown'],
  ['${{ fromJSON(inputs.json) }}', 'unknown'],
  ['${{ inputs.os }}', 'unknown'],
  ["${{ vars.RUNNER || 'build' }}", 'unknown'],
  ['${{ matrix.later }}', 'unknown'],
  ['x-${{ matrix.later }}', 'unknown'],
  ['x-${{ matrix.list }}', 'unknown'],
  ["${{ format('{0}', matrix.os) }}", 'unknown'],
  ["${{ matrix.os == inputs.os && 'a' || 'b' }}", 'unknown'],
  ['${{ !matrix.no }}', 'unknown'],
  ['${{ matrix.* }}', 'unknown'],
  ['${{ matrix.os', 'unknown'],
  ["${{ 'open }}", 'unknown'],
  ['${{ }}', 'unknown'],
  ['${{ matrix. }}', 'unknown'],
  ['${{ matrix.os matrix.os }}', 'unknown'],
  ['${{ constructor }}', 'unknown'],
  ['${{ matrix.constructor }}', null],
  ['${{ matrix.config.toString }}', null],
])('evaluates %j', (text, expected) => {
  expect(plain(evaluateText({ span, value: text }, matrix))).toEqual(expected);
});

it('keeps the place of what comes out of the matrix, and that of the text for the rest', () => {
  expect(evaluateText({ span, value: '${{ matrix.os }}' }, matrix)?.span).toEqual(inMatrix);
  expect(evaluateText({ span, value: "${{ 'x' }}" }, matrix)?.span).toEqual(span);
  expect(evaluateText({ span, value: 'x-${{ matrix.os }}' }, matrix)?.span).toEqual(span);
});

it('knows nothing of a matrix that is not there', () => {
  expect(evaluateText({ span, value: '${{ matrix.os }}' }, undefined)).toBeUndefined();
});

it.each([
  ['parentheses', `\${{ ${'('.repeat(100_000)}1${')'.repeat(100_000)} }}`],
  ['quotes', `\${{ '${"''".repeat(500_000)} }}`],
  ['words', `\${{ ${'a || '.repeat(200_000)}b }}`],
  ['openings', '${{'.repeat(300_000)],
  ['JSON', `\${{ fromJSON('${'['.repeat(3_000)}${']'.repeat(900)}') }}`],
])('gives up on any number of %s', (_, value) => {
  expect(evaluateText({ span, value }, matrix)).toBeUndefined();
});

it('gives back every text without an expression, and never fails on one with it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const value = text.replaceAll('${{', '');
      expect(evaluateText({ span, value }, matrix)).toEqual({ span, value });
      evaluateText({ span, value: `\${{ ${text} }}` }, matrix);
    }),
  );
});
