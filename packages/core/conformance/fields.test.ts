import { needsUpstream } from '@fleetc/testing';
import { expect, it } from 'vitest';
import { emissionTables } from '../src/emission-tables.ts';
import { coverageOf, printCounts } from './coverage.ts';
import { crdFields } from './crd-fields.ts';
import { onlyByPatch } from './tables/only-by-patch.ts';

const kinds = [
  ['RunnerDeployment', 'runnerdeployments'],
  ['RunnerSet', 'runnersets'],
  ['HorizontalRunnerAutoscaler', 'horizontalrunnerautoscalers'],
] as const;

for (const [kind, plural] of kinds) {
  it(`reaches every field of a ${kind} by the language, or says why not`, (context) => {
    needsUpstream(context);
    const reviewed = onlyByPatch[kind];
    const coverage = coverageOf(crdFields(plural), emissionTables[kind]!, reviewed);
    printCounts(kind, coverage, reviewed);
    expect({ unexplained: coverage.unexplained, stale: coverage.stale }).toEqual({
      unexplained: [],
      stale: [],
    });
  });
}
