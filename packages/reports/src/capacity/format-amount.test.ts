import { parseQuantity } from '@fleetc/notation';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatAmount } from './format-amount.ts';

it.each([
  ['0', '0'],
  ['1m', '1m'],
  ['999m', '999m'],
  ['1', '1'],
  ['129500m', '129.5'],
  ['1001m', '1.01'],
  ['999', '999'],
  ['1000', '1k'],
  ['1200G', '1.2T'],
  ['360960Mi', '352.5Gi'],
  ['2550Gi', '2.5Ti'],
  ['1023Mi', '1023Mi'],
  ['1500Ki', '1.47Mi'],
  ['2048Ei', '2048Ei'],
])('prints %s as %s', (quantity, text) => {
  expect(formatAmount(parseQuantity(quantity)!)).toBe(text);
});

it('never shows less than there is, nor one percent more', () => {
  const written = fc
    .tuple(fc.integer({ min: 1, max: 5_000_000 }), fc.constantFrom('', 'm', 'k', 'M', 'Ki', 'Mi'))
    .map(([count, suffix]) => `${count}${suffix}`);
  fc.assert(
    fc.property(written, (text) => {
      const quantity = parseQuantity(text)!;
      const shown = parseQuantity(formatAmount(quantity))!;
      expect(shown.nano).toBeGreaterThanOrEqual(quantity.nano);
      expect(shown.nano * 100n).toBeLessThanOrEqual(quantity.nano * 101n);
    }),
  );
});
