import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinImage, splitImage } from './image-name.ts';

const hex = 'a'.repeat(64);

it('keeps the repository as it is written', () => {
  expect(splitImage('summerwind/actions-runner-controller:v0.27.6')).toEqual({
    repository: 'summerwind/actions-runner-controller',
    tag: 'v0.27.6',
  });
});

it('does not take a port for a tag', () => {
  expect(splitImage('localhost:5000/arc')).toEqual({
    repository: 'localhost:5000/arc',
    tag: 'latest',
  });
});

it('carries a digest in what the chart joins', () => {
  const parts = splitImage(`quay.io/a/b@sha256:${hex}`);
  expect(parts).toEqual({ repository: 'quay.io/a/b@sha256', tag: hex });
  expect(joinImage(parts)).toBe(`quay.io/a/b@sha256:${hex}`);
  expect(splitImage(`quay.io/a/b:1@sha256:${hex}`).tag).toBe(`1@sha256:${hex}`);
});

it('gives the reference back when it is joined', () => {
  const name = fc.constantFrom('a', 'a/b', 'r.example.com:5000/a/b');
  const version = fc.constantFrom(':1', ':v1.2-x', `@sha256:${hex}`, `:1@sha256:${hex}`);
  fc.assert(
    fc.property(name, version, (left, right) => {
      expect(joinImage(splitImage(left + right))).toBe(left + right);
    }),
  );
});
