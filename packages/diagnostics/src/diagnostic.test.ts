import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDiagnostic, type Diagnostic, hasErrors, sortDiagnostics } from './diagnostic.ts';
import { defineRule } from './rule.ts';
import { sampleDiagnostic } from './testing/samples.ts';

const rule = defineRule<{ name: string }>({
  code: 'FLC2001',
  name: 'sample',
  severity: 'warning',
  title: 'A sample',
  message: ({ name }) => `"${name}" is wrong`,
  label: ({ name }) => `this ${name}`,
  why: 'it is',
  fix: ({ name }) => `rename "${name}"`,
  source: 'nowhere',
});
const span = { file: 'fleet.yaml', start: 3, end: 5 };

it('fills the words of the rule with the values of the report', () => {
  expect(createDiagnostic(rule, { name: 'x' }, { span, path: ['pools', 'x'] })).toEqual({
    code: 'FLC2001',
    rule: 'sample',
    severity: 'warning',
    message: '"x" is wrong',
    why: 'it is',
    fix: 'rename "x"',
    primary: { span, text: 'this x' },
    related: [],
    path: ['pools', 'x'],
  });
});

it('takes the label of the place over that of the rule, and leaves out what has no place', () => {
  const related = [{ span, text: 'see here' }];
  const placed = createDiagnostic(rule, { name: 'x' }, { span, label: 'other words', related });
  expect(placed.primary?.text).toBe('other words');
  expect(placed.related).toEqual(related);
  expect(Object.keys(createDiagnostic(rule, { name: 'x' }))).toEqual([
    'code',
    'rule',
    'severity',
    'message',
    'why',
    'fix',
    'related',
  ]);
});

it('counts only errors as errors', () => {
  expect(hasErrors([sampleDiagnostic({ severity: 'warning' })])).toBe(false);
  expect(hasErrors([sampleDiagnostic({ severity: 'info' }), sampleDiagnostic()])).toBe(true);
});

const at = (file: string, start: number, code = 'FLC2001', message = 'm'): Diagnostic =>
  sampleDiagnostic({ code, message, primary: { span: { file, start, end: start + 1 }, text: '' } });

it('sorts by file, offset, code and message, with findings without a place first', () => {
  const nowhere = sampleDiagnostic({ code: 'FLC9001' });
  const sorted = [
    nowhere,
    at('B.yaml', 9),
    at('a.yaml', 2),
    at('a.yaml', 10, 'FLC2001', 'a'),
    at('a.yaml', 10, 'FLC2001', 'b'),
    at('a.yaml', 10, 'FLC2002', 'a'),
  ];
  expect(sortDiagnostics(sorted.toReversed())).toEqual(sorted);
});

it('drops a finding that repeats code, place and message, and keeps the first', () => {
  const first = { ...at('a.yaml', 1), fix: 'first' };
  const again = { ...at('a.yaml', 1), fix: 'second' };
  const longer = { ...first, primary: { span: { file: 'a.yaml', start: 1, end: 9 }, text: '' } };
  expect(sortDiagnostics([first, again, longer])).toEqual([first, longer]);
});

it('gives the same list whatever the order of the findings', () => {
  const any = fc
    .tuple(
      fc.constantFrom('a', 'b'),
      fc.nat(3),
      fc.constantFrom('FLC1001', 'FLC2001'),
      fc.constantFrom('m', 'n'),
    )
    .map((parts) => at(...parts));
  fc.assert(
    fc.property(fc.array(any), (diagnostics) => {
      const sorted = sortDiagnostics(diagnostics);
      expect(sortDiagnostics(diagnostics.toReversed())).toEqual(sorted);
      expect(sortDiagnostics(sorted)).toEqual(sorted);
    }),
  );
});
