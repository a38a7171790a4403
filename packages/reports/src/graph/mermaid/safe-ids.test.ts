import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSafeIds } from './safe-ids.ts';

it('keeps letters and digits and counts where two texts would look alike', () => {
  const toId = createSafeIds();
  expect(['pool:web-ci', 'pool:web.ci', 'pool:web-ci'].map((text) => toId(text))).toEqual([
    'pool_web_ci',
    'pool_web_ci_2',
    'pool_web_ci',
  ]);
  expect(toId('image:registry/a:1', 'image:a')).toBe('image_a');
});

it('gives different texts different identifiers', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), (texts) => {
      const toId = createSafeIds();
      const ids = texts.map((text) => toId(`pool:${text}`));
      expect(new Set(ids).size).toBe(texts.length);
      for (const id of ids) expect(id).toMatch(/^pool_\w*$/);
    }),
  );
});
