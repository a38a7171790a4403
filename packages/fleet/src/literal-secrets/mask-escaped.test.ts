import { expect, it } from 'vitest';
import { maskEscapedSecrets } from './mask-escaped.ts';

const tail = 'A'.repeat(36);

it.each([
  [`a: "\\x67hp_${tail}"`, `a: "xxxx${'x'.repeat(3 + 36)}"`],
  [`a: "gh\\\n  p_${tail}"`, `a: "${'x'.repeat(3)}\n  ${'x'.repeat(2 + 36)}"`],
  [`"\\x67hp_${tail}": 1`, `"xxxx${'x'.repeat(3 + 36)}": 1`],
])('overwrites what YAML reads as a token in %j', async (text, expected) => {
  const { source, diagnostics } = await maskEscapedSecrets({ path: 'f.yaml', text });
  expect(source.text).toBe(expected);
  expect(diagnostics.map(({ code }) => code)).toEqual(['FLC4001']);
});

it.each(['a: "\\n"', "a: 'C:\\dir'", 'a: [', 'a: "\\x67hp"'])('leaves %j alone', async (text) => {
  const { source, diagnostics } = await maskEscapedSecrets({ path: 'f.yaml', text });
  expect([source.text, diagnostics]).toEqual([text, []]);
});
