import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderText } from './render-text.ts';
import { sampleDiagnostic, sampleHost } from './testing/samples.ts';
import { textWidth } from './text-width.ts';

const file = 'fleet.yaml';

const words = fc
  .array(
    fc.string({ unit: fc.constantFrom('a', '"', '日', '\u0007'), minLength: 1, maxLength: 14 }),
    { minLength: 1, maxLength: 30 },
  )
  .map((all) => all.join(' '));
const content = fc
  .array(fc.constantFrom('key: ', '日本', '\t', '\n', '\r\n', 'x'.repeat(70), '\u001b', 'a'), {
    maxLength: 60,
  })
  .map((all) => all.join(''));

it('prints no line wider than the terminal, whatever the text, and no control character', () => {
  const label = fc.record({ start: fc.nat(3000), size: fc.nat(60), text: words });
  fc.assert(
    fc.property(
      content,
      fc.array(label, { minLength: 1, maxLength: 4 }),
      words,
      fc.integer({ min: 60, max: 140 }),
      (text, labels, message, width) => {
        const [primary, ...related] = labels.map(({ start, size, text }) => ({
          span: { file, start, end: start + size },
          text,
        }));
        const diagnostic = sampleDiagnostic({ message, why: message, fix: message, related });
        const shown = renderText(
          [{ ...diagnostic, primary: primary! }],
          sampleHost({ [file]: text }, { width }),
        );
        expect(shown).not.toMatch(/[^\P{Cc}\n]/u);
        for (const line of shown.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(width);
      },
    ),
    { numRuns: 300 },
  );
});

it('prints the same words with colours as without', () => {
  fc.assert(
    fc.property(content, fc.nat(300), words, (text, start, message) => {
      const primary = { span: { file, start, end: start + 5 }, text: message };
      const diagnostic = sampleDiagnostic({ message, primary });
      const plain = renderText([diagnostic], sampleHost({ [file]: text }));
      const coloured = renderText([diagnostic], sampleHost({ [file]: text }, { colour: true }));
      // oxlint-disable-next-line no-control-regex -- the sequences are what is taken out
      expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain);
    }),
  );
});
