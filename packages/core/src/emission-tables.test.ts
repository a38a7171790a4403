import { expect, it } from 'vitest';
import type { AnyTable } from './emission/table.ts';
import { startsWith } from './emission/locate.ts';
import { emissionTables } from './emission-tables.ts';

const tables = Object.entries(emissionTables).flatMap(([name, list]) =>
  list.flatMap((table) => withNested(table)).map((table) => ({ name, table })),
);

function withNested(table: AnyTable): AnyTable[] {
  return [table, ...table.flatMap(({ nested = [] }) => nested.flatMap(withNested))];
}

it('has no row below another, which would write into a value taken from the fleet', () => {
  for (const { table } of tables) {
    for (const { to } of table) {
      const above = table.filter((row) => row.to.length < to.length && startsWith(to, row.to));
      expect(above.map((row) => row.to.join('.'))).toEqual([]);
    }
  }
});

it('takes every value from a block of the language', () => {
  const blocks = [
    'metadata',
    'github',
    'controller',
    'registry',
    'network',
    'reservation',
    'pool',
    'scope',
    'user',
    'window',
    'credential',
    'secret',
    'source',
    'store',
    'refresh',
    'entry',
    'key',
    'property',
    'auth',
    'mount',
    'engine',
    'sealed',
  ];
  const roots = new Set(tables.flatMap(({ table }) => table.map(({ from }) => from[0])));
  expect([...roots].filter((root) => !blocks.includes(String(root)))).toEqual([]);
});
