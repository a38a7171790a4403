import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isIntactBech32 } from './bech32.ts';

const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

it.each([recipient, 'a12uel5l', 'split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w'])(
  'knows %s as intact',
  (text) => {
    expect(isIntactBech32(text)).toBe(true);
  },
);

it.each(['', '1', 'age1', 'a12uel', '12uel5l', 'age1bbbbbbb', recipient.slice(0, -1)])(
  'knows "%s" as damaged',
  (text) => {
    expect(isIntactBech32(text)).toBe(false);
  },
);

it('finds every single wrong character', () => {
  const letter = fc.constantFrom(...'qpzry9x8gf2tvdw0s3jn54khce6mua7l');
  fc.assert(
    fc.property(fc.integer({ min: 4, max: recipient.length - 1 }), letter, (index, other) => {
      fc.pre(recipient[index] !== other);
      const wrong = recipient.slice(0, index) + other + recipient.slice(index + 1);
      expect(isIntactBech32(wrong)).toBe(false);
    }),
  );
});
