import { expect, it } from 'vitest';
import { toExcerpt } from './excerpt.ts';

const text =
  'Everything that stands at the start of a long text, and then the word Proxy, and more';

it('begins shortly before the word that was searched', () => {
  expect(toExcerpt(text, 'proxy')).toBe('… long text, and then the word Proxy, and more');
  expect(toExcerpt(`${'很'.repeat(40)}密钥管理`, '密钥')).toBe(`… ${'很'.repeat(30)}密钥管理`);
});

it('begins at the start where the word is near, or nowhere', () => {
  expect(toExcerpt(text, 'stands')).toBe(text);
  expect(toExcerpt(text, 'absent')).toBe(text);
});
