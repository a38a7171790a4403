import { expect, it } from 'vitest';
import { hasTokenChecksum, tokenChecksum } from './token-checksum.ts';

// Worked out by another implementation of CRC-32.
it.each([
  ['Ab3'.repeat(10), '1ka48H'],
  ['0'.repeat(30), '2C8GjS'],
])('ends %s in %s', (random, checksum) => {
  expect(tokenChecksum(random)).toBe(checksum);
  expect(hasTokenChecksum(random + checksum)).toBe(true);
  expect(hasTokenChecksum(`${random.slice(1)}x${checksum}`)).toBe(false);
});

it('takes nothing of another length', () => {
  expect(hasTokenChecksum(`0${'0'.repeat(30)}${tokenChecksum('0'.repeat(31))}`)).toBe(false);
});
