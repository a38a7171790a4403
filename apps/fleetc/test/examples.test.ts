import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runFleetc } from './support/run-fleetc.ts';

const root = join(import.meta.dirname, '../../..');
const names = readdirSync(join(root, 'examples')).sort();

/** Examples are clean but for notes that they are there to show. */
const notes: Readonly<Record<string, readonly string[]>> = { autoscaling: ['FLC5101'] };

it.each(names)('builds the example %s to the bytes that are committed', (name) => {
  const out = `examples/${name}/expected/plain`;
  // Mend with: npm run update -w fleetc
  const { code, stdout } = runFleetc(root, ['build', `examples/${name}`, '--out', out, '--check']);
  expect([code, stdout]).toEqual([0, '']);
});

it.each(names)('has nothing to report on the example %s', (name) => {
  const { code, stdout } = runFleetc(root, ['check', `examples/${name}`, '--format', 'json']);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] };
  expect([code, diagnostics.map((found) => found.code)]).toEqual([0, notes[name] ?? []]);
});
