import { expect, it } from 'vitest';
import { renderText } from './render-text.ts';
import type { Severity } from './rule.ts';
import { labelAt, sampleDiagnostic, sampleHost } from './testing/samples.ts';

const file = 'fleet.yaml';

/** A text with given lines at given numbers and nothing on the others. */
function textOf(lines: Record<number, string>): string {
  const last = Math.max(...Object.keys(lines).map(Number));
  return Array.from({ length: last }, (_, row) => lines[row + 1] ?? '').join('\n');
}

const reference = textOf({ 7: '  acme-gh-app:', 41: '      credential: acme-app' });
const unknownCredential = sampleDiagnostic({
  primary: labelAt(file, reference, 'acme-app', 'no such credential'),
  related: [labelAt(file, reference, 'acme-gh-app', 'did you mean this one?')],
});

it('shows message, both places, why and fix', () => {
  expect(renderText([unknownCredential], sampleHost({ [file]: reference }))).toBe(
    `error[FLC3102]: pool "arm" uses credential "acme-app", which is not defined
  ┌─ fleet.yaml:41:19
41│       credential: acme-app
  │                   ^^^^^^^^ no such credential
  ┌─ fleet.yaml:7:3
 7│   acme-gh-app:
  │   ----------- did you mean this one?
  = why: without a credential the runners cannot register
  = fix: write "acme-gh-app"
`,
  );
});

it('colours severity, markers and frame when asked to', () => {
  const shown = renderText(
    [unknownCredential],
    sampleHost({ [file]: reference }, { colour: true }),
  );
  expect(shown.replaceAll('\u001b[', '~')).toBe(
    `~31merror[FLC3102]~0m: ~1mpool "arm" uses credential "acme-app", which is not defined~0m
  ~34m┌─~0m fleet.yaml:41:19
~34m41│~0m       credential: acme-app
~34m  │~0m                   ~31m^^^^^^^^~0m ~31mno such credential~0m
  ~34m┌─~0m fleet.yaml:7:3
~34m 7│~0m   acme-gh-app:
~34m  │~0m   ~34m-----------~0m ~34mdid you mean this one?~0m
  ~34m=~0m why: without a credential the runners cannot register
  ~34m=~0m fix: write "acme-gh-app"
`,
  );
});

it.each<[Severity, string]>([
  ['error', '\u001b[31merror[FLC3102]\u001b[0m'],
  ['warning', '\u001b[33mwarning[FLC3102]\u001b[0m'],
  ['info', '\u001b[36minfo[FLC3102]\u001b[0m'],
])('gives %s its colour', (severity, tag) => {
  const shown = renderText([sampleDiagnostic({ severity })], sampleHost({}, { colour: true }));
  expect(shown.startsWith(`${tag}: `)).toBe(true);
});

it('shows a finding without a place by its words alone', () => {
  expect(renderText([sampleDiagnostic({ message: 'the disk is full' })], sampleHost({}))).toBe(
    `error[FLC3102]: the disk is full
  = why: without a credential the runners cannot register
  = fix: write "acme-gh-app"
`,
  );
});

it('leaves out a why or fix that says nothing', () => {
  expect(renderText([sampleDiagnostic({ why: '', fix: '' })], sampleHost({}))).toBe(
    'error[FLC3102]: pool "arm" uses credential "acme-app", which is not defined\n',
  );
});

it('puts marks that lie near each other into one frame, in the order of lines', () => {
  const text =
    'pools:\n  a:\n    replicas: 2\n    labels: [x]\n    autoscale: { min: 0, max: 4 }\n';
  const diagnostic = sampleDiagnostic({
    primary: labelAt(file, text, 'autoscale', 'given here'),
    related: [labelAt(file, text, 'replicas', 'and here'), labelAt(file, text, 'max: 4')],
  });
  expect(
    renderText([diagnostic], sampleHost({ [file]: text }))
      .split('\n')
      .slice(1, 8),
  ).toEqual([
    '  ┌─ fleet.yaml:5:5',
    ' 3│     replicas: 2',
    '  │     -------- and here',
    ' 4│     labels: [x]',
    ' 5│     autoscale: { min: 0, max: 4 }',
    '  │     ^^^^^^^^^ given here',
    '  │                          ------',
  ]);
});

it('gives marks three lines apart a frame each', () => {
  const text = 'a: 1\n\n\nb: 2\n';
  const diagnostic = sampleDiagnostic({
    primary: labelAt(file, text, 'a'),
    related: [labelAt(file, text, 'b')],
  });
  const shown = renderText([diagnostic], sampleHost({ [file]: text }));
  expect(shown.match(/┌─ .*/g)).toEqual(['┌─ fleet.yaml:1:1', '┌─ fleet.yaml:4:1']);
});

it('widens the gutter for large line numbers', () => {
  const text = textOf({ 1: 'first', 1234: 'last' });
  const diagnostic = sampleDiagnostic({
    primary: labelAt(file, text, 'first', 'one'),
    related: [labelAt(file, text, 'last', 'two')],
  });
  expect(
    renderText([diagnostic], sampleHost({ [file]: text }))
      .split('\n')
      .slice(1),
  ).toEqual([
    '    ┌─ fleet.yaml:1:1',
    '   1│ first',
    '    │ ^^^^^ one',
    '    ┌─ fleet.yaml:1234:1',
    '1234│ last',
    '    │ ---- two',
    '    = why: without a credential the runners cannot register',
    '    = fix: write "acme-gh-app"',
    '',
  ]);
});

it('marks a span over several lines at its first line, up to the last word there', () => {
  const text = 'a:\n  b: 1  \n  c: 2\n';
  const diagnostic = sampleDiagnostic({
    primary: labelAt(file, text, 'b: 1  \n  c: 2', 'this map'),
  });
  expect(
    renderText([diagnostic], sampleHost({ [file]: text }))
      .split('\n')
      .slice(1, 4),
  ).toEqual(['  ┌─ fleet.yaml:2:3', ' 2│   b: 1  ', '  │   ^^^^ this map']);
});

it('marks the end of the file', () => {
  const span = { file, start: 3, end: 3 };
  const diagnostic = sampleDiagnostic({ primary: { span, text: 'expected more' } });
  expect(
    renderText([diagnostic], sampleHost({ [file]: 'a:\n' }))
      .split('\n')
      .slice(1, 4),
  ).toEqual(['  ┌─ fleet.yaml:2:1', ' 2│', '  │ ^ expected more']);
});

it('wraps long words of a label below the marker', () => {
  const text = `${' '.repeat(50)}key: value`;
  const label = 'this label is so long that it does not fit behind the marker on this line';
  const diagnostic = sampleDiagnostic({ primary: labelAt(file, text, 'value', label) });
  expect(
    renderText([diagnostic], sampleHost({ [file]: text }))
      .split('\n')
      .slice(2, 6),
  ).toEqual([
    ` 1│ ${text}`,
    `  │ ${' '.repeat(55)}^^^^^`,
    `  │ ${' '.repeat(36)}this label is so long that it does not`,
    `  │ ${' '.repeat(36)}fit behind the marker on this line`,
  ]);
});

it('shows a window of a long line for each mark', () => {
  const text = `from: ${'v'.repeat(90)} to: ${'w'.repeat(90)}`;
  const diagnostic = sampleDiagnostic({
    primary: labelAt(file, text, 'to', 'end'),
    related: [labelAt(file, text, 'from', 'start'), labelAt(file, text, 'vvv', 'same window')],
  });
  expect(
    renderText([diagnostic], sampleHost({ [file]: text }))
      .split('\n')
      .slice(1, 7),
  ).toEqual([
    '  ┌─ fleet.yaml:1:98',
    ` 1│ …${'v'.repeat(35)} to: ${'w'.repeat(34)}…`,
    `  │ ${' '.repeat(37)}^^ end`,
    ` 1│ from: ${'v'.repeat(68)}…`,
    '  │ ---- start',
    '  │       --- same window',
  ]);
});

it('names a file whose text is not at hand', () => {
  const span = { file: 'other.yaml', start: 4, end: 5 };
  const diagnostic = sampleDiagnostic({ primary: { span, text: 'written here' } });
  expect(renderText([diagnostic], sampleHost({})).split('\n').slice(1, 3)).toEqual([
    '  ┌─ other.yaml',
    '  │ written here',
  ]);
});

it('wraps message, why and fix with a hanging indent', () => {
  const diagnostic = sampleDiagnostic({
    message: 'this message has more words than one line of forty columns can hold',
    why: 'this reason has more words than one line can hold',
    fix: 'write\nreplicas: 2',
  });
  expect(renderText([diagnostic], sampleHost({}, { width: 20 }))).toBe(
    `error[FLC3102]: this message has more
  words than one line of forty columns
  can hold
  = why: this reason has more words than
         one line can hold
  = fix: write
         replicas: 2
`,
  );
});

it('lets no control character of the text or of a message through', () => {
  const text = 'key\u001b[2J: \u0007value\u202e\n';
  const diagnostic = sampleDiagnostic({
    message: 'bad "\u001b[2J"\nerror[FLC0000]: forged',
    fix: 'remove\u0007',
    primary: labelAt(file, text, 'value', 'la\rbel'),
  });
  expect(renderText([diagnostic], sampleHost({ [file]: text }))).toBe(
    `error[FLC3102]: bad "␛[2J"␊error[FLC0000]: forged
  ┌─ fleet.yaml:1:11
 1│ key␛[2J: ␇value<U+202E>
  │           ^^^^^ la␍bel
  = why: without a credential the runners cannot register
  = fix: remove␇
`,
  );
});

it.each([
  [50, undefined],
  [51, '… and 1 more finding'],
  [62, '… and 12 more findings'],
])('of %i findings shows fifty and counts the rest', (count, last) => {
  const shown = renderText(
    Array<never>(count).fill(sampleDiagnostic({ why: '', fix: '' }) as never),
    sampleHost({}),
  );
  const blocks = shown.trimEnd().split('\n\n');
  expect(blocks.filter((block) => block.startsWith('error[')).length).toBe(50);
  expect(blocks[50]).toBe(last);
});

it('prints nothing when there is nothing to say', () => {
  expect(renderText([], sampleHost({}))).toBe('');
});
