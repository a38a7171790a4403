import fc from 'fast-check';
import { expect, it } from 'vitest';
import { smallestEdit } from './smallest-edit.ts';

it('changes the lines that differ', () => {
  expect(smallestEdit('a\nb\nc\nd\n', 'a\nx\ny\nd\n')).toEqual({
    start: 2,
    end: 6,
    text: 'x\ny\n',
  });
  expect(smallestEdit('a\nb', 'a\nb\n')).toEqual({ start: 2, end: 3, text: 'b\n' });
  expect(smallestEdit('a\na\n', 'a\n')).toEqual({ start: 2, end: 4, text: '' });
  expect(smallestEdit('', 'a\n')).toEqual({ start: 0, end: 0, text: 'a\n' });
  expect(smallestEdit('a\n', 'a\n')).toBeUndefined();
});

it('always gives the other text', () => {
  const lines = fc
    .array(fc.constantFrom('a', 'b', '\n', '\r\n', '😀'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const edit = smallestEdit(before, after) ?? { start: 0, end: 0, text: '' };
      expect(before.slice(0, edit.start) + edit.text + before.slice(edit.end)).toBe(after);
    }),
  );
});
