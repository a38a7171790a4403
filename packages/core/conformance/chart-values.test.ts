import { needsUpstream, readUpstream, templateKeys, valuesPaths } from '@fleetc/testing';
import { expect, it } from 'vitest';
import { emissionTables } from '../src/emission-tables.ts';
import { coverageOf, printCounts } from './coverage.ts';
import { onlyByValues } from './tables/only-by-values.ts';

/** A key that a template reads and that no values of ours may hold. */
const refusedKeys = ['createDummySecret'];

/** Keys of the chart that have no keys below them: lists, scalars and maps that are free. */
function chartKeys(): string[] {
  const paths = valuesPaths(readUpstream('actions-runner-controller/values.yaml'));
  const keys = [...paths.map((path) => path.join('.')), ...templateKeys, ...refusedKeys];
  return keys.filter((key) => !keys.some((other) => other.startsWith(`${key}.`))).sort();
}

it('reaches every key of the chart by the language, or says why not', (context) => {
  needsUpstream(context);
  const tables = emissionTables['actions-runner-controller']!;
  const coverage = coverageOf(chartKeys(), tables, onlyByValues);
  printCounts('actions-runner-controller', coverage, onlyByValues);
  expect({ unexplained: coverage.unexplained, stale: coverage.stale }).toEqual({
    unexplained: [],
    stale: [],
  });
});
