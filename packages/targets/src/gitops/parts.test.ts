import { expect, it } from 'vitest';
import { bareBundle, createObject, createRelease, wholeBundle } from '../testing/bundle.ts';
import { partFile, planParts } from './parts.ts';

it('makes a part of each release and of the other objects of each step, in order', () => {
  expect(planParts(wholeBundle, 1000).map((part) => [partFile(part), part.type])).toEqual([
    ['00-namespaces', 'objects'],
    ['20-cert-manager', 'release'],
    ['30-controller', 'release'],
    ['40-runners', 'objects'],
  ]);
});

it('puts the objects of a step with a release after it, in a part of their own', () => {
  const release = { name: 'a', namespace: 'b', repository: 'oci://x', chart: 'c', version: '1' };
  const items = [
    createObject('controller', ['v1', 'ConfigMap', 'a', 'arc']),
    createRelease('controller', { ...release, values: {} }),
    createRelease('controller', { ...release, name: 'b', values: {} }),
  ];
  expect(planParts({ ...bareBundle, items }, 1000).map(partFile)).toEqual([
    '30-controller-a',
    '30-controller-b',
    '31-controller-objects',
  ]);
});

it('makes several parts of a step that has too many objects, none before another', () => {
  const parts = planParts(wholeBundle, 4);
  expect(parts.map(partFile)).toEqual([
    '00-namespaces',
    '20-cert-manager',
    '30-controller',
    '40-runners-arc',
    '40-runners-web',
  ]);
});

it('makes none of nothing', () => {
  expect(planParts(bareBundle, 1000)).toEqual([]);
});
