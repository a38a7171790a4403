import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lengthProblem } from './sealed-length.ts';

function ciphertext(keyBytes: number, valueBytes: number): string {
  const bytes = Buffer.alloc(2 + keyBytes + valueBytes + 16, 0xa5);
  bytes.writeUInt16BE(keyBytes);
  return bytes.toString('base64');
}

const cutOff = (left: number) => `is cut off: ${left} bytes are left of a value that has more`;

it.each([
  ['github_token', 20, undefined],
  ['github_token', 19, cutOff(19)],
  ['github_app_private_key', 1600, undefined],
  ['github_app_private_key', 1599, cutOff(1599)],
  ['.dockerconfigjson', 30, undefined],
  ['.dockerconfigjson', 29, cutOff(29)],
  ['github_app_id', 1, undefined],
  ['github_app_id', 0, 'is cut off before the value begins'],
])('knows for %s whether %i bytes may be a whole value', (key, bytes, problem) => {
  for (const keyBytes of [128, 256, 320, 384, 512, 768, 1024]) {
    expect(lengthProblem(key, ciphertext(keyBytes, bytes))).toBe(problem);
  }
});

it('finds the end missing at every multiple of four characters', () => {
  const whole = ciphertext(512, 40);
  const shortest = (2 + 512 + 20 + 16) / 3;
  for (let groups = 64; groups < whole.length / 4; groups++) {
    const problem = lengthProblem('github_token', whole.slice(0, groups * 4));
    expect(problem === undefined, `${groups}`).toBe(groups >= shortest);
  }
});

it('finds the beginning missing', () => {
  const sizes = fc.integer({ min: 0, max: 0xffff });
  fc.assert(
    fc.property(sizes, (size) => {
      const bytes = Buffer.alloc(4096);
      bytes.writeUInt16BE(size);
      const isKnown = size % 32 === 0 && size >= 128 && size <= 1024;
      expect(lengthProblem('github_token', bytes.toString('base64'))).toBe(
        isKnown ? undefined : 'does not begin as ciphertext of Sealed Secrets does',
      );
    }),
    { examples: [[128], [1024], [96], [1056], [513]] },
  );
});
