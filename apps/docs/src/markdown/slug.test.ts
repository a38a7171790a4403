import { expect, it } from 'vitest';
import { toSlug } from './slug.ts';

const slug = (text: string) => toSlug(text, new Map());

it('gives the anchors that a forge gives', () => {
  expect(slug('fleetc secrets list')).toBe('fleetc-secrets-list');
  expect(slug('`pools.ci`: what, and why?')).toBe('poolsci-what-and-why');
  expect(slug('a_b  c - d')).toBe('a_b--c---d');
  expect(slug('初始化 fleet')).toBe('初始化-fleet');
});

it('numbers the headings of one name', () => {
  const taken = new Map<string, number>();
  expect(['Example', 'Example', 'Example'].map((text) => toSlug(text, taken))).toEqual([
    'example',
    'example-1',
    'example-2',
  ]);
});
