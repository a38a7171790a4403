import { expect, it } from 'vitest';
import type { Severity } from './rule.ts';
import { countFindings, summarize } from './summary.ts';
import { sampleDiagnostic } from './testing/samples.ts';

const findings = (...severities: Severity[]) =>
  severities.map((severity) => sampleDiagnostic({ severity }));

it.each<[Severity[], string]>([
  [[], 'no findings'],
  [['error'], '1 error'],
  [['warning', 'error', 'error', 'error'], '3 errors, 1 warning'],
  [['info', 'warning', 'warning'], '2 warnings, 1 info'],
  [['info', 'info', 'error'], '1 error, 2 infos'],
])('sums %j up as %j', (severities, words) => {
  expect(summarize(findings(...severities))).toBe(words);
});

it('counts each severity', () => {
  expect(countFindings(findings('error', 'info', 'info'))).toEqual({
    errors: 1,
    warnings: 0,
    infos: 2,
  });
});
