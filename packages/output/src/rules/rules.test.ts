import { expect, it } from 'vitest';
import { isWorldFailure, outputRules } from './index.ts';

it('lists every rule once, in the order of codes', () => {
  const codes = outputRules.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(codes).toHaveLength(20);
  expect(codes.every((code) => /^FLC60\d\d$/.test(code))).toBe(true);
});

it('tells failures of the world from refusals', () => {
  const world = outputRules.filter(({ code }) => isWorldFailure(code)).map(({ name }) => name);
  expect(world).toEqual([
    'disk-full',
    'permission-denied',
    'read-only-disk',
    'name-too-long',
    'disk-error',
    'output-locked',
  ]);
});
