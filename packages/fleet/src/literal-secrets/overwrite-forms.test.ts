import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createOverwrite } from './overwrite-forms.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 2, maxLength: 4 });
const sentence = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'c'), maxLength: 30 });

it('overwrites each letter of each occurrence and nothing else', () => {
  fc.assert(
    fc.property(fc.array(word), sentence, fc.boolean(), (forms, text, keepsBlanks) => {
      const letters = [...text].map((letter, index) => {
        const isHit = forms.some((form) =>
          [...form].some((_, offset) => text.startsWith(form, index - offset) && index >= offset),
        );
        return isHit && !(keepsBlanks && letter === ' ') ? 'x' : letter;
      });
      expect(createOverwrite(forms, { keepsBlanks })(text)).toBe(letters.join(''));
    }),
  );
});

it('takes a form of any length', () => {
  const long = 'apiVersion'.repeat(20_000);
  const overwrite = createOverwrite([long], { keepsBlanks: true });
  expect(overwrite(`a ${long} b`)).toBe(`a ${'x'.repeat(long.length)} b`);
});

it('takes time in proportion to a text that is nearly a form at every place', () => {
  const letters = 'a'.repeat(300_000);
  const overwrite = createOverwrite([letters, `${letters}b`, `b${letters}`], { keepsBlanks: true });
  const start = performance.now();
  expect(overwrite(`${letters}${letters}`)).toBe('x'.repeat(600_000));
  expect(performance.now() - start).toBeLessThan(5000);
});
