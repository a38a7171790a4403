import { ignoreRules } from '@fleetc/diagnostics';
import { fleetRules } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { compile } from '../src/compile.ts';
import { coreRules } from '../src/rules/index.ts';

const rules = [...fleetRules, ...coreRules, ...ignoreRules];
/** Errors that an example must show because its rule is about them. */
const subjects: Readonly<Record<string, string>> = { FLC1011: 'FLC3002' };
const withExamples = rules.filter(({ examples }) => examples !== undefined);

async function codesOf(text: string): Promise<{ all: string[]; errors: string[] }> {
  const { diagnostics } = await compile({ path: 'fleet.yaml', text });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return { all: diagnostics.map(({ code }) => code), errors: errors.map(({ code }) => code) };
}

it.each(withExamples)(
  '$code $name is found in its bad example, and no other error',
  async (rule) => {
    const { all, errors } = await codesOf(rule.examples!.bad);
    expect(all).toContain(rule.code);
    const expected = rule.severity === 'error' ? rule.code : subjects[rule.code];
    expect([...new Set(errors)]).toEqual(expected === undefined ? [] : [expected]);
  },
);

it.each(withExamples)(
  '$code $name is not found in its good example, nor any error',
  async (rule) => {
    const { all, errors } = await codesOf(rule.examples!.good);
    expect(all).not.toContain(rule.code);
    expect(errors).toEqual([]);
  },
);

it('gives every rule a code of its own', () => {
  const codes = rules.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

it('gives every rule that a file can break an example', () => {
  const without = rules.filter(({ examples }) => examples === undefined).map(({ code }) => code);
  // FLC3007 needs the name of an environment from the command line, FLC495x a lock file, FLC512x a file of SOPS.
  const expected = ['FLC3007', 'FLC4951', 'FLC4952', 'FLC4953', 'FLC4954'];
  expect(without).toEqual([...expected, 'FLC5123', 'FLC5124', 'FLC5125']);
});
