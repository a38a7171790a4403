import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareQuantities, formatQuantity, isQuantity, parseQuantity } from './quantity.ts';

const one = 1_000_000_000n;

it.each([
  ['4', 4n * one, '4'],
  ['500m', one / 2n, '500m'],
  ['0.5', one / 2n, '500m'],
  ['.5', one / 2n, '500m'],
  ['5.', 5n * one, '5'],
  ['1Gi', 1024n ** 3n * one, '1Gi'],
  ['1.5Gi', 1536n * 1024n ** 2n * one, '1536Mi'],
  ['1024Mi', 1024n ** 3n * one, '1Gi'],
  ['0.5Ki', 512n * one, '512'],
  ['0.9765625Ki', 1000n * one, '1k'],
  ['0.1Ki', 102_400_000_000n, '102400m'],
  ['1e3', 1000n * one, '1e3'],
  ['12E-1', 1_200_000_000n, '1200e-3'],
  ['1E', 10n ** 18n * one, '1E'],
  ['1000000k', 10n ** 9n * one, '1G'],
  ['1n', 1n, '1n'],
  ['0.1n', 1n, '1n'],
  ['-0.1n', -1n, '-1n'],
  ['+1.25k', 1250n * one, '1250'],
  ['-2Mi', -2n * 1024n ** 2n * one, '-2Mi'],
  ['0', 0n, '0'],
  ['0Gi', 0n, '0'],
  ['-0', 0n, '0'],
  ['100u', 100_000n, '100u'],
])('reads %j as %s nano and prints it as %j', (text, nano, canonical) => {
  const quantity = parseQuantity(text);
  expect(quantity?.nano).toBe(nano);
  expect(quantity && formatQuantity(quantity)).toBe(canonical);
  expect(isQuantity(text)).toBe(true);
});

it.each([
  '',
  '.',
  'm',
  '1 Gi',
  ' 1',
  '1GB',
  '1gi',
  '1K',
  '1ki',
  '1.2.3',
  '1e',
  '1e1.5',
  '1e100',
  '--1',
  '1,5',
  '٣',
])('refuses %j', (text) => {
  expect(parseQuantity(text)).toBeUndefined();
  expect(isQuantity(text)).toBe(false);
});

function compare(a: string, b: string): number {
  return compareQuantities(parseQuantity(a)!, parseQuantity(b)!);
}

it('compares by value and not as text', () => {
  expect(compare('1', '1000m')).toBe(0);
  expect(compare('1Gi', '1G')).toBe(1);
  expect(compare('900m', '1')).toBe(-1);
  expect(compare('1024Mi', '1Gi')).toBe(0);
});

const anyText = fc
  .tuple(
    fc.constantFrom('', '-', '+'),
    fc.nat().map(String),
    fc.option(
      fc.nat().map((digits) => `.${digits}`),
      { nil: '' },
    ),
    fc.constantFrom(
      '',
      'n',
      'u',
      'm',
      'k',
      'M',
      'G',
      'T',
      'P',
      'E',
      'Ki',
      'Mi',
      'Gi',
      'Ti',
      'Ei',
      'e3',
      'E-4',
    ),
  )
  .map((parts) => parts.join(''));

it('reads the canonical form as the same value, and prints it unchanged', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const quantity = parseQuantity(text)!;
      const canonical = formatQuantity(quantity);
      expect(parseQuantity(canonical)?.nano).toBe(quantity.nano);
      expect(formatQuantity(parseQuantity(canonical)!)).toBe(canonical);
    }),
  );
});
