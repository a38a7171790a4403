import { expect, it } from 'vitest';
import { manyPools, richFleet } from '../testing/fleets.ts';
import { graphsOf } from '../testing/graphs-of.ts';
import type { FleetGraph } from './fleet-graph.ts';
import { foldPools, mostPoolsDrawn } from './fold-pools.ts';

async function graphOf(text: string): Promise<FleetGraph> {
  const [graph] = await graphsOf(text);
  return graph!;
}

it('leaves a fleet alone up to the limit', async () => {
  const graph = await graphOf(manyPools(mostPoolsDrawn));
  expect(foldPools(graph)).toBe(graph);
});

it('joins the pools of one namespace that serve the same scopes, and adds up their runners', async () => {
  const folded = foldPools(await graphOf(manyPools(mostPoolsDrawn + 2)));
  expect(folded.foldedPools).toBe(62);
  const pools = folded.nodes.filter(({ kind }) => kind === 'pool');
  expect(pools.map(({ group, label, details }) => [group, label, ...details])).toEqual([
    ['namespace:one', '11 pools', '22 runners', 'pool-000 … pool-060'],
    ['namespace:one', '10 pools', '20 runners', 'pool-003 … pool-057'],
    ['namespace:two', '21 pools', '42 runners', 'pool-001 … pool-061'],
    ['namespace:two', '20 pools', '40 runners', 'pool-002 … pool-058'],
  ]);
});

it('keeps every edge, once, between what is left', async () => {
  const graph = await graphOf(manyPools(mostPoolsDrawn + 2));
  const { nodes, edges } = foldPools(graph);
  const ids = new Set(nodes.map(({ id }) => id));
  expect(ids.size).toBe(nodes.length);
  for (const { from, to } of edges) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
  const meanings = edges.map(({ meaning }) => meaning);
  expect(meanings.filter((meaning) => meaning === 'served-by')).toHaveLength(4);
  expect(meanings.filter((meaning) => meaning === 'runs')).toHaveLength(4);
  expect(meanings.filter((meaning) => meaning === 'needs')).toHaveLength(4);
});

it('keeps a pool by its name where it has no equal', async () => {
  const text = manyPools(mostPoolsDrawn + 2).concat(
    '  alone: { scopes: [left, right], resources: { requests: { cpu: 1, memory: 1Gi } } }\n',
  );
  const folded = foldPools(await graphOf(text));
  expect(folded.foldedPools).toBe(62);
  expect(folded.nodes.filter(({ id }) => id === 'pool:alone')).toHaveLength(1);
});

it('never folds a small fleet', async () => {
  expect(foldPools(await graphOf(richFleet)).foldedPools).toBe(0);
});
