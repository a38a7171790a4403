import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deriveName } from './derive-name.ts';
import { nameBudgets } from './name-budgets.ts';

const alphanumeric = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789');
const inner = fc.oneof(
  { weight: 3, arbitrary: alphanumeric },
  { weight: 2, arbitrary: fc.constant('-') },
);
const label = fc
  .tuple(alphanumeric, fc.string({ unit: inner, maxLength: 300 }), alphanumeric)
  .map((parts) => parts.join(''));
const budget = fc.integer({ min: 12, max: 253 });

it('returns a name that fits as it is', () => {
  expect(deriveName('acme-build', 10)).toBe('acme-build');
});

it('cuts the middle out of a longer name and appends the hash of the whole', () => {
  // The digits are those of `printf NAME | sha256sum`.
  expect(deriveName('acme-a-very-long-pool-name-arm64', 24)).toBe('acme-a-e-arm64-4e57b566');
});

it('leaves no dash or dot where it cuts', () => {
  expect(deriveName(`aaaa---${'x'.repeat(30)}...bbbb`, 24)).toMatch(/^aaaa-bbbb-[0-9a-f]{8}$/);
});

it('refuses a budget in which nothing of the name would be left', () => {
  expect(() => deriveName('a'.repeat(20), 11)).toThrow(RangeError);
});

it('keeps every label a label within its budget', () => {
  fc.assert(
    fc.property(label, budget, (text, length) => {
      const name = deriveName(text, length);
      expect(name.length).toBeLessThanOrEqual(length);
      expect(name).toMatch(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/);
      if (text.length <= length) expect(name).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

it('shortens names that differ only in the middle to different names', () => {
  const names = Array.from(
    { length: 5000 },
    (_, index) => `acme-${'x'.repeat(40)}-${index}-${'y'.repeat(40)}`,
  );
  for (const { length } of Object.values(nameBudgets).filter((entry) => entry.length < 90)) {
    expect(new Set(names.map((name) => deriveName(name, length))).size).toBe(names.length);
  }
});
