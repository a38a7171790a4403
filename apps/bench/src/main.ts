import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { syntheticFleet } from './fleet/synthetic-fleet.ts';
import { isKept, listGoals } from './goals.ts';
import { measureKeystroke } from './measure/keystroke.ts';
import { describeMachine } from './measure/machine.ts';
import { drawChart } from './report/chart.ts';
import { compareStored, toStored } from './report/compare.ts';
import { formatPage } from './report/table.ts';
import type { Results } from './results.ts';
import { measurePeers } from './suite/against-peers.ts';
import { measureOverlays } from './suite/overlays.ts';
import { listTouched } from './suite/rebuild.ts';
import { measureSize } from './suite/sizes.ts';
import { measureStartUp } from './suite/start-up.ts';

const root = join(import.meta.dirname, '../../..');
const storedFile = join(root, 'apps/bench/ratios.json');

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

/** The whole takes about half an hour; the quick one a minute, and is what a pipeline compares. */
const plan = values.quick
  ? { sizes: [100, 1000], peers: [[1000, 3, ['cdk8s']]] as const, overlays: [], keystrokes: [1000] }
  : {
      sizes: [1, 10, 100, 1000, 10_000, 100_000],
      peers: [
        [10, 3, undefined],
        [100, 3, undefined],
        [1000, 3, undefined],
        [5000, 1, undefined],
      ] as const,
      overlays: [500, 5000],
      keystrokes: [200, 1000],
    };

async function measure(): Promise<Results> {
  const startUp = log('start-up', () => measureStartUp(21));
  const sizes = plan.sizes.map((pools) => log(`${pools} pools`, () => measureSize(pools)));
  const peers = plan.peers.map(([pools, runs, only]) =>
    log(`peers at ${pools} pools`, () => measurePeers(pools, runs, only)),
  );
  const overlays = plan.overlays.flatMap((pools) => {
    const taken = log(`overlays of ${pools} pools`, () => measureOverlays(pools));
    return taken === undefined ? [] : [[pools, taken] as const];
  });
  const keystroke: [number, number][] = [];
  for (const pools of plan.keystrokes) {
    keystroke.push([pools, await measureKeystroke(syntheticFleet(pools))]);
  }
  return {
    machine: describeMachine(),
    command: `npm run bench${values.quick ? ' -- --quick' : ''}`,
    startUp,
    sizes,
    peers,
    overlays: Object.fromEntries(overlays),
    rebuild: log('one pool changed', () => listTouched(1000)),
    keystroke: Object.fromEntries(keystroke),
  };
}

function log<T>(what: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  process.stderr.write(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return result;
}

const results = await measure();
const goals = listGoals(results);
process.stdout.write(`${formatPage(results)}\n`);

if (values.write) {
  mkdirSync(join(root, 'docs/pictures'), { recursive: true });
  writeFileSync(join(root, 'docs/benchmark.md'), formatPage(results));
  writeFileSync(join(root, 'docs/pictures/benchmark.svg'), drawChart(results));
  writeFileSync(storedFile, `${JSON.stringify(toStored(goals), null, 2)}\n`);
}
if (values.check) {
  const stored = existsSync(storedFile) ? readFileSync(storedFile, 'utf8') : '{}';
  const worse = compareStored(goals, JSON.parse(stored) as Record<string, number>);
  for (const sentence of worse) process.stderr.write(`worse than stored: ${sentence}\n`);
  if (worse.length > 0) process.exitCode = 1;
}
for (const goal of goals.filter((each) => isKept(each) === false)) {
  process.stderr.write(`missed: ${goal.name}\n`);
}
