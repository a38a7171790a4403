import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatDecimal } from './decimal.ts';

it('prints small and large numbers without an exponent', () => {
  expect(formatDecimal(0.75)).toBe('0.75');
  expect(formatDecimal(2)).toBe('2');
  expect(formatDecimal(1e-7)).toBe('0.0000001');
  expect(formatDecimal(1.25e-9)).toBe('0.00000000125');
  expect(formatDecimal(1.5e21)).toBe('1500000000000000000000');
});

it('prints what reads back as the same number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 }), (value) => {
      const text = formatDecimal(value);
      expect(text).toMatch(/^\d+(\.\d+)?$/);
      expect(Number(text)).toBe(value);
    }),
  );
});
