import { expect, it } from 'vitest';
import type { Diagnostic } from './diagnostic.ts';
import { applyIgnores } from './ignore-comments.ts';
import { labelAt, sampleDiagnostic } from './testing/samples.ts';

const file = 'fleet.yaml';
const warning = (text: string, at = 'ci', changes: Partial<Diagnostic> = {}): Diagnostic =>
  sampleDiagnostic({
    code: 'FLC4401',
    severity: 'warning',
    primary: labelAt(file, text, at),
    ...changes,
  });

/** What is left, each finding as its code and the text under its marker. */
function apply(text: string, diagnostics: readonly Diagnostic[]): [string, string | undefined][] {
  return applyIgnores(diagnostics, new Map([[file, text]])).map(({ code, primary }) => [
    code,
    primary && text.slice(primary.span.start, primary.span.end),
  ]);
}

it.each([
  ['on the line above', 'pools:\n  # fleetc-ignore FLC4401: small jobs\n  ci: {}\n'],
  ['without blanks', 'pools:\n#fleetc-ignore FLC4401:small jobs\n  ci: {}\n'],
  ['with more blanks', 'pools:\n\t #  fleetc-ignore  FLC4401 :  small jobs  \n  ci: {}\n'],
  ['in a file with CRLF', 'pools:\r\n  # fleetc-ignore FLC4401: small jobs\r\n  ci: {}\r\n'],
  ['above other comments', 'pools:\n  # fleetc-ignore FLC4401: small jobs\n  # other\n  ci: {}\n'],
  ['on the first line', '# fleetc-ignore FLC4401: small jobs\nci: {}'],
])('silences a warning by a comment %s', (_, text) => {
  expect(apply(text, [warning(text)])).toEqual([]);
  expect(apply(text, [warning(text, 'ci', { severity: 'info' })])).toEqual([]);
});

it('silences two findings by two comments above one line, and nothing else there', () => {
  const text = '# fleetc-ignore FLC4401: a\n# fleetc-ignore FLC4402: b\nci: { x: 1 }\n';
  const other = warning(text, 'ci', { code: 'FLC4402' });
  const third = warning(text, 'x', { code: 'FLC4403' });
  expect(apply(text, [warning(text), other, third])).toEqual([['FLC4403', 'x']]);
});

it('silences every finding of the code that starts on the line, and none that starts below', () => {
  const text = '# fleetc-ignore FLC4401: a\nci: { x: 1 }\ncj: 1\n';
  expect(apply(text, [warning(text), warning(text, 'x'), warning(text, 'cj')])).toEqual([
    ['FLC4401', 'cj'],
  ]);
});

it('does not reach over an empty line, and says that it silences nothing', () => {
  const text = '# fleetc-ignore FLC4401: a\n\nci: {}\n';
  expect(apply(text, [warning(text)])).toEqual([
    ['FLC4401', 'ci'],
    ['FLC1010', '# fleetc-ignore FLC4401: a'],
  ]);
});

it.each([
  ['# fleetc-ignore FLC4401'],
  ['# fleetc-ignore FLC4401:'],
  ['# fleetc-ignore FLC4401:   '],
  ['# fleetc-ignore FLC4401 small jobs'],
  ['# fleetc-ignore'],
])('wants a reason in %j', (comment) => {
  const text = `pools:\n  ${comment}\n  ci: {}\n`;
  expect(apply(text, [warning(text)])).toEqual([
    ['FLC4401', 'ci'],
    ['FLC1009', comment.trimEnd()],
  ]);
});

it('wants a code', () => {
  const text = '# fleetc-ignore: small jobs\nci: {}\n';
  expect(apply(text, [warning(text)])).toEqual([
    ['FLC4401', 'ci'],
    ['FLC1010', '# fleetc-ignore: small jobs'],
  ]);
});

it('reports a comment that silences nothing', () => {
  const text = '# fleetc-ignore FLC4402: other code\nci: {}\n# fleetc-ignore FLC4401: at the end';
  expect(apply(text, [warning(text)])).toEqual([
    ['FLC4401', 'ci'],
    ['FLC1010', '# fleetc-ignore FLC4402: other code'],
    ['FLC1010', '# fleetc-ignore FLC4401: at the end'],
  ]);
});

it('keeps an error and says that it cannot be ignored', () => {
  const text = '# fleetc-ignore FLC3102: later\nci: {}\n';
  const error = sampleDiagnostic({ primary: labelAt(file, text, 'ci') });
  expect(apply(text, [error])).toEqual([
    ['FLC3102', 'ci'],
    ['FLC1011', '# fleetc-ignore FLC3102: later'],
  ]);
});

it('calls no comment unused while there are errors, because later stages have not looked', () => {
  const text = '# fleetc-ignore FLC4401: a\nci: {}\nbroken: 1\n';
  const error = sampleDiagnostic({ primary: labelAt(file, text, 'broken') });
  expect(apply(text, [error])).toEqual([['FLC3102', 'broken']]);
});

it.each([
  ['text behind a value', 'ci: {} # fleetc-ignore FLC4401: a\ncj: {}\n'],
  ['a string', 'a: "\\\n  fleetc-ignore FLC4401: a"\nci: {}\n'],
  ['a longer word', '# fleetc-ignored FLC4401: a\nci: {}\n'],
  ['prose', '# see fleetc-ignore FLC4401: a\nci: {}\n'],
])('takes %s for no comment', (_, text) => {
  expect(apply(text, [warning(text)])).toEqual([['FLC4401', 'ci']]);
});

it('keeps findings without a place and in other files', () => {
  const text = '# fleetc-ignore FLC4401: a\nci: {}\n';
  const nowhere = sampleDiagnostic({ code: 'FLC4401', severity: 'warning' });
  const elsewhere = warning(text, 'ci', { primary: labelAt('other.yaml', text, 'ci') });
  const texts = new Map([
    [file, text],
    ['other.yaml', `\n${text.slice(1)}`],
  ]);
  expect(applyIgnores([nowhere, elsewhere, warning(text)], texts)).toEqual([nowhere, elsewhere]);
});

it('gives the findings back as they are where no text has such a comment', () => {
  const diagnostics = [warning('ci'), sampleDiagnostic()];
  expect(applyIgnores(diagnostics, new Map([[file, 'ci']]))).toEqual(diagnostics);
});

it('says in full what is wrong with each comment', () => {
  const text = '# fleetc-ignore FLC4401\n# fleetc-ignore FLC9: x\n# fleetc-ignore: x\na: 1\n';
  const words = applyIgnores([], new Map([[file, text]])).map(({ code, message, primary, fix }) => [
    `${code} ${message}`,
    primary?.text,
    fix,
  ]);
  expect(words).toEqual([
    [
      'FLC1009 this comment gives no reason for ignoring FLC4401',
      'no reason, so it has no effect',
      'write the reason behind a colon: "# fleetc-ignore FLC4401: REASON"',
    ],
    [
      'FLC1010 nothing here is reported as FLC9',
      'silences nothing',
      'remove the comment, or move it to the line above the finding',
    ],
    [
      'FLC1010 this comment names no code to ignore',
      'no code, so it has no effect',
      'write the code after "fleetc-ignore", or remove the comment',
    ],
  ]);
});
