import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLabelIndex } from './label-index.ts';
import type { Seat } from './seat.ts';

const seat = (offer: readonly string[]) =>
  ({ offered: new Set(offer), offer: [...offer].sort().join() }) as unknown as Seat;
const labels = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));

it('finds exactly the seats that offer every label', () => {
  fc.assert(
    fc.property(fc.array(labels, { maxLength: 12 }), labels, (offers, asked) => {
      const seats = offers.map(seat);
      const expected = seats.filter(({ offered }) => asked.every((label) => offered.has(label)));
      expect(new Set(createLabelIndex(seats).offering(asked))).toEqual(new Set(expected));
    }),
  );
});

it('does not look at sets that lack the rarest label', () => {
  const seats = ['a', 'b', 'c'].map((own) => seat(['linux', own]));
  const index = createLabelIndex(seats);
  const asked = seats.map(({ offered }) => offered);
  for (const offered of asked)
    offered.has = () => {
      throw new Error('looked at');
    };
  expect([...index.offering(['linux', 'z'])]).toEqual([]);
});
