import { expect, it } from 'vitest';
import { applyIgnores } from './ignore-comments.ts';
import { ignoreRules } from './ignore-rules.ts';
import { labelAt, sampleDiagnostic } from './testing/samples.ts';

/** What the checks of a fleet would find in an example: a missing scope, or a pool without resources. */
function findingsOf(text: string) {
  if (text.includes('wep')) {
    return [sampleDiagnostic({ code: 'FLC3002', primary: labelAt('fleet.yaml', text, 'wep') })];
  }
  if (text.includes('resources:')) return [];
  const primary = labelAt('fleet.yaml', text, 'ci');
  return [sampleDiagnostic({ code: 'FLC4401', severity: 'warning', primary })];
}

const codesOf = (text: string) =>
  applyIgnores(findingsOf(text), new Map([['fleet.yaml', text]])).map(({ code }) => code);

it.each(ignoreRules.map((rule) => [rule.name, rule] as const))(
  'shows by example what %s means',
  (_, { code, examples }) => {
    expect(codesOf(examples!.bad)).toContain(code);
    expect(codesOf(examples!.good)).toEqual([]);
  },
);
