import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exclusive } from '../exclusive.ts';
import { fleetShape, mergePatch, poolShape } from './merge-patch.ts';
import { deepFreeze } from './plain.ts';

it.each<[target: unknown, patch: unknown, result: unknown]>([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])('merges as appendix A of RFC 7386 says: %j and %j', (target, patch, result) => {
  expect(mergePatch(deepFreeze(target), deepFreeze(patch))).toEqual(result);
});

it.each<[string, unknown, unknown, unknown]>([
  ['a size', { replicas: 2 }, { autoscale: { min: 1 } }, { autoscale: { min: 1 } }],
  ['a size, the other way', { autoscale: { min: 1 } }, { replicas: 0 }, { replicas: 0 }],
  ['a scope', { scope: 'a' }, { scopes: ['b', 'c'] }, { scopes: ['b', 'c'] }],
  [
    'a docker mode',
    { docker: { sidecar: { mtu: 1400 } } },
    { docker: { none: {} } },
    { docker: { none: {} } },
  ],
  [
    'a field of the same docker mode',
    { docker: { sidecar: { mtu: 1400 } } },
    { docker: { sidecar: { image: 'x' } } },
    { docker: { sidecar: { mtu: 1400, image: 'x' } } },
  ],
  [
    'a variable',
    { env: { A: { value: 'x' }, B: { value: 'y' } } },
    { env: { A: { field: 'f' } } },
    { env: { A: { field: 'f' }, B: { value: 'y' } } },
  ],
  [
    "a sidecar's variable",
    { docker: { sidecar: { env: { A: { value: 'x' } } } } },
    { docker: { sidecar: { env: { A: { field: 'f' } } } } },
    { docker: { sidecar: { env: { A: { field: 'f' } } } } },
  ],
  [
    'a claim',
    { volumes: { v: { mountPath: '/v', size: '1Gi', storageClass: 's' } } },
    { volumes: { v: { emptyDir: {} } } },
    { volumes: { v: { mountPath: '/v', emptyDir: {} } } },
  ],
  [
    'a field of the same claim',
    { volumes: { v: { size: '1Gi', storageClass: 's' } } },
    { volumes: { v: { size: '2Gi' } } },
    { volumes: { v: { size: '2Gi', storageClass: 's' } } },
  ],
  [
    'a work volume',
    { workVolume: { emptyDir: {} } },
    { workVolume: { size: '1Gi' } },
    { workVolume: { size: '1Gi' } },
  ],
  [
    'a step',
    { autoscale: { on: { busy: { factorUp: 2, factorDown: 0.5 } } } },
    { autoscale: { on: { busy: { addUp: 1 } } } },
    { autoscale: { on: { busy: { addUp: 1, factorDown: 0.5 } } } },
  ],
  ['a size by null', { replicas: 2 }, { replicas: null }, {}],
  ['nothing by a null of the other', { replicas: 2 }, { autoscale: null }, { replicas: 2 }],
])('lets a later layer of a pool replace %s', (_, target, patch, result) => {
  expect(mergePatch(deepFreeze(target), deepFreeze(patch), poolShape)).toEqual(result);
});

it.each<[string, unknown, unknown, unknown]>([
  [
    'the target of a scope',
    { scopes: { a: { organization: 'o', runnerGroup: 'g' } } },
    { scopes: { a: { repository: 'o/r' } } },
    { scopes: { a: { repository: 'o/r', runnerGroup: 'g' } } },
  ],
  [
    'the kind of a credential',
    { credentials: { a: { pat: { x: 1 } } } },
    { credentials: { a: { app: { y: 1 } } } },
    { credentials: { a: { app: { y: 1 } } } },
  ],
  [
    'the source of a Secret',
    { credentials: { a: { pat: { secret: { name: 'n', from: { env: 'E' } } } } } },
    { credentials: { a: { pat: { secret: { from: { existing: true } } } } } },
    { credentials: { a: { pat: { secret: { name: 'n', from: { existing: true } } } } } },
  ],
  [
    'the proxy',
    { registry: { proxy: { harbor: { host: 'h' } } } },
    { registry: { proxy: { prefixes: { a: 'b' } } } },
    { registry: { proxy: { prefixes: { a: 'b' } } } },
  ],
  [
    'the watch',
    { controller: { watch: { namespace: 'n' } } },
    { controller: { watch: { cluster: true } } },
    { controller: { watch: { cluster: true } } },
  ],
  [
    'the watch by its short form',
    { controller: { watch: { namespace: 'n' } } },
    { controller: { watch: 'cluster' } },
    { controller: { watch: 'cluster' } },
  ],
  [
    'the size in a profile',
    { profiles: { p: { replicas: 1 } } },
    { profiles: { p: { autoscale: {} } } },
    { profiles: { p: { autoscale: {} } } },
  ],
])('lets an override replace %s', (_, target, patch, result) => {
  expect(mergePatch(deepFreeze(target), deepFreeze(patch), fleetShape)).toEqual(result);
});

it('keeps the nulls of what is itself a patch on something later', () => {
  const first = { patch: { runner: { a: null, b: { c: 1 } } } };
  const second = { patch: { runner: { b: { c: null }, d: 1 }, autoscaler: { e: null } } };
  const merged = mergePatch(mergePatch({}, first, poolShape), second, poolShape);
  expect(merged).toEqual({
    patch: { runner: { a: null, b: { c: null }, d: 1 }, autoscaler: { e: null } },
  });
  expect(mergePatch(merged, { patch: { runner: null } }, poolShape)).toEqual({
    patch: { autoscaler: { e: null } },
  });
});

it('keeps the nulls of chart values', () => {
  const values = { values: { a: null } };
  const file = { controller: { chart: values, certManager: { chart: values } } };
  expect(mergePatch({}, file, fleetShape)).toEqual(file);
});

const names = Object.values(exclusive).flatMap(({ alternatives }) => alternatives.flat());
const key = fc.oneof(
  fc.constantFrom(
    ...names,
    'a',
    'b',
    'pools',
    'scopes',
    'docker',
    'env',
    'on',
    'busy',
    'autoscale',
  ),
  fc.string({ maxLength: 3 }),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom(null, 0, 'x', true),
    fc.array(fc.constantFrom(1, 'x', null), { maxLength: 2 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

it.each([
  ['no shape', {}],
  ['the shape of a pool', poolShape],
  ['the shape of a fleet', fleetShape],
])('changes nothing the second time, and neither argument ever, with %s', (_, shape) => {
  const property = fc.property(tree, tree, (target, patch) => {
    const once = mergePatch(deepFreeze(target), deepFreeze(patch), shape);
    expect(mergePatch(deepFreeze(once), patch, shape)).toEqual(once);
  });
  fc.assert(property, { seed: 1, numRuns: 1000 });
});

it('agrees with RFC 7386 wherever no group is involved', () => {
  const plain = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, 0, 'x'),
      fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('tree'), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
    ),
  })).tree;
  const property = fc.property(plain, plain, (target, patch) => {
    expect(mergePatch(target, patch, fleetShape)).toEqual(rfc7386(target, patch));
  });
  fc.assert(property, { seed: 1, numRuns: 1000 });
});

/** The pseudocode of RFC 7386, section 2. */
function rfc7386(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const isObject = typeof target === 'object' && target !== null && !Array.isArray(target);
  const result = new Map(Object.entries(isObject ? target : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) result.delete(name);
    else result.set(name, rfc7386(result.get(name), value));
  }
  return Object.fromEntries(result);
}
