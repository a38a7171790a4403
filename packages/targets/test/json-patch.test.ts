import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diff } from '../src/kustomize/json-patch.ts';
import { applyPatch } from './support/apply-patch.ts';

const key = fc.constantFrom('a', 'b', 'c/d', 'e~f', '~1', '0', '', '-');
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 'x', '', 0, 1.5),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

it('makes the one of the other, whatever they are', () => {
  fc.assert(
    fc.property(value!, value!, (before, after) => {
      expect(applyPatch(before, diff(before, after))).toEqual(after);
      expect(diff(before, before)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

it('says no more than what differs', () => {
  const before = { spec: { replicas: 1, template: { env: [{ name: 'A', value: 'a' }], old: 1 } } };
  const after = {
    spec: { replicas: 2, template: { 'env': [{ name: 'A', value: 'b' }], 'x/y': { z: [] } } },
  };
  expect(diff(before, after)).toEqual([
    { op: 'replace', path: '/spec/replicas', value: 2 },
    { op: 'replace', path: '/spec/template/env/0/value', value: 'b' },
    { op: 'remove', path: '/spec/template/old' },
    { op: 'add', path: '/spec/template/x~1y', value: { z: [] } },
  ]);
});

it('replaces a list as a whole that has more items or fewer', () => {
  expect(diff({ labels: ['a'] }, { labels: ['a', 'b'] })).toEqual([
    { op: 'replace', path: '/labels', value: ['a', 'b'] },
  ]);
});

it('takes what is undefined for absent, as a file does', () => {
  expect(diff({ a: undefined, b: 1 }, { b: undefined, c: undefined })).toEqual([
    { op: 'remove', path: '/b' },
  ]);
});
