import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exampleBuilds } from '../scripts/example-builds.mjs';
import { runFleetc } from './support/run-fleetc.ts';

const root = join(import.meta.dirname, '../../..');
const names = readdirSync(join(root, 'examples')).sort();

/** Examples are clean but for notes that they are there to show. */
const notes: Readonly<Record<string, readonly string[]>> = { autoscaling: ['FLC5101'] };

it.each(names)('builds the example %s to the bytes that are committed', (name) => {
  const folder = join(root, 'examples', name);
  const text = readFileSync(join(folder, 'fleet.yaml'), 'utf8');
  for (const input of exampleBuilds(name, text)) {
    // Mend with: npm run update -w fleetc
    const { code, stdout } = runFleetc(folder, ['build', '-', '--check'], { input });
    expect([code, stdout]).toEqual([0, '']);
  }
});

it.each(names)('has nothing to report on the example %s', (name) => {
  const { code, stdout } = runFleetc(root, ['check', `examples/${name}`, '--format', 'json']);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] };
  expect([code, diagnostics.map((found) => found.code)]).toEqual([0, notes[name] ?? []]);
});
