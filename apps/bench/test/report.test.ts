import { expect, it } from 'vitest';
import { drawChart } from '../src/report/chart.ts';
import { formatPage } from '../src/report/table.ts';
import type { Results } from '../src/results.ts';

const once = { wall: 0.5, cpu: 0.4, peak: 80 };
const results: Results = {
  machine: {
    processor: 'Some',
    cores: 2,
    memory: 24,
    system: 'Linux 6',
    versions: { node: 'v20.20.2' },
  },
  command: 'npm run bench',
  startUp: { node: 0.03, check: 0.05, build: 0.06 },
  sizes: [10, 1000].map((pools) => ({
    pools,
    check: once,
    build: { wall: pools / 100, cpu: 1, peak: 100.4 },
    rebuild: once,
    change: once,
    steps: { read: 0.1234, write: 1234 },
  })),
  peers: [{ pools: 1000, objects: 1602, fleetc: { wall: 10 }, peers: { cdk8s: { wall: 25 } } }],
  overlays: { 500: 1, 5000: 30 },
  rebuild: { touched: ['.fleetc-manifest.json', 'a.yaml'], files: 100 },
  keystroke: { 1000: 64.2 },
};

it('says of each goal what was measured and whether it is kept', () => {
  const page = formatPage(results);
  expect(page).toContain('- Machine: Some, 2 cores, 24 GiB, Linux 6\n- Programs: node 20.20.2\n');
  expect(page).toContain('against an empty node | ≤ 2 times | 2 times | kept |');
  expect(page).toContain('against cdk8s synth | ≤ 0.6 times | 0.4 times | kept |');
  expect(page).toContain('5,000 pools, against 500 | ≤ 20 times | 30 times | **missed** |');
  expect(page).toContain('against 10,000 | ≤ 11 times |  times | not measured |');
  expect(page).toContain('| 1,000 | 0.50 | 10.00 | 0.50 | 0.50 | 1.00 | 100 |');
  expect(page).toContain('| 1,000 | 0.12 | 1,234 |');
  expect(page).toContain('| 1,000 | 1,602 | 10.00 | 25.00 (2.5×) |');
});

it('draws a line for each program, between powers of ten', () => {
  const chart = drawChart(results);
  expect(chart.match(/<circle/g)).toHaveLength(3);
  expect(chart).toContain('>fleetc</text>');
  expect(chart).toContain('>cdk8s</text>');
  expect(chart).not.toContain('NaN');
  // A tenth of a second at the bottom, a hundred at the top.
  expect(chart).toContain('<path d="M64.0 372.0L596.0 140.0"');
});
