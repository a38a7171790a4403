import { formatPath } from '@fleetc/diagnostics';
import { expect, it } from 'vitest';
import { emitFields } from './emit.ts';
import { originOf } from './object-item.ts';
import { type Context, field, list, type Table } from './table.ts';

interface Box extends Context {
  readonly color?: string;
  readonly sizes: readonly string[];
}

const table: Table<Box> = [
  field('spec.color', 'paint.color', () => 'white'),
  field('spec.color', 'box.color', ({ color }) => color),
  field('spec.weight', 'box.{kind}.weight', () => undefined),
  field('spec.size', 'box.size', () => ({ width: 1 })),
  list('spec.items', 'box.sizes', ({ sizes }) =>
    sizes.map((size) => ({ from: ['boxes', 'big', 'sizes', size], value: { size } })),
  ),
];

function box(fields: Partial<Box> = {}): Box {
  return { roots: { box: ['boxes', 'big'] }, words: { kind: 'heavy' }, sizes: [], ...fields };
}

function origin(context: Box, path: (string | number)[], patch = {}): string {
  const overlays = [{ at: ['spec'], patch, from: ['boxes', 'big', 'patch'] }];
  return formatPath(originOf({ table, context, overlays, path: ['boxes', 'big'] }, path));
}

it('writes the rows that have a value, the later of two', () => {
  expect(emitFields(table, box({ color: 'red', sizes: ['s', 'm'] }))).toEqual({
    spec: { color: 'red', size: { width: 1 }, items: [{ size: 's' }, { size: 'm' }] },
  });
});

it('answers from the row whose value was written', () => {
  expect(origin(box(), ['spec', 'color'])).toBe('paint.color');
  expect(origin(box({ color: 'red' }), ['spec', 'color'])).toBe('boxes.big.color');
});

it('names the place of a field that was not written', () => {
  expect(origin(box(), ['spec', 'weight'])).toBe('boxes.big.heavy.weight');
});

it('goes on into a value that was taken over as it is', () => {
  expect(origin(box(), ['spec', 'size', 'width'])).toBe('boxes.big.size.width');
});

it('finds the entry behind an item of a list', () => {
  const context = box({ sizes: ['s', 'm'] });
  expect(origin(context, ['spec', 'items', 1, 'size'])).toBe('boxes.big.sizes.m');
  expect(origin(context, ['spec', 'items'])).toBe('boxes.big.sizes');
});

it('falls back to the block where no row leads', () => {
  expect(origin(box(), ['spec'])).toBe('boxes.big');
});

it('prefers a patch that replaced the value', () => {
  expect(origin(box(), ['spec', 'color'], { color: 'blue' })).toBe('boxes.big.patch.color');
  expect(origin(box(), ['spec', 'items', 0, 'x'], { items: [{ x: 1 }] })).toBe(
    'boxes.big.patch.items[0].x',
  );
});

it('prefers the table below a map that the patch only touches', () => {
  expect(origin(box(), ['spec', 'size', 'width'], { size: { depth: 1 } })).toBe(
    'boxes.big.size.width',
  );
});

it('blames a patch for what is missing in a map that only it wrote', () => {
  expect(origin(box(), ['spec', 'lid', 'color'], { lid: { size: 1 } })).toBe('boxes.big.patch.lid');
});

it('blames the patch that was merged last where two replace one value', () => {
  const overlays = ['pod', 'patch'].map((from) => ({
    at: ['spec'],
    patch: { color: from },
    from: [from],
  }));
  const parts = { table, context: box(), overlays, path: ['boxes', 'big'] };
  expect(formatPath(originOf(parts, ['spec', 'color']))).toBe('patch.color');
});
