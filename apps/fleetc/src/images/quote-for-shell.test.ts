import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quoteForShell } from './quote-for-shell.ts';

it('leaves an image reference as it is', () => {
  const reference = `docker://r.test:5000/a_b/c:1.0-d@sha256:${'0'.repeat(64)}`;
  expect(quoteForShell(reference)).toBe(reference);
});

it.each([
  ['', "''"],
  ['a b', "'a b'"],
  ["it's", String.raw`'it'\''s'`],
  ['$(id)', "'$(id)'"],
  ['[::1]:5000/a', "'[::1]:5000/a'"],
  ['~', "'~'"],
])('quotes %j', (word, quoted) => {
  expect(quoteForShell(word)).toBe(quoted);
});

it.skipIf(process.platform === 'win32')('is read back by a shell as it was', () => {
  const word = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
      const script = `printf '%s\\0' ${words.map(quoteForShell).join(' ')}`;
      const output = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
      expect(output.split('\0').slice(0, -1)).toEqual(words);
    }),
    { numRuns: 50 },
  );
});
