import { expect, it } from 'vitest';
import { formatYaml, formatYamlStream } from './format-yaml.ts';

it('writes an object in block style with its identity first', () => {
  const object = {
    spec: {
      template: {
        spec: {
          labels: ['x64', 'build'],
          image: 'docker.io/acme/runner:v1',
          repository: 'acme/web',
        },
      },
    },
    metadata: { namespace: 'ci', name: 'web' },
    kind: 'RunnerDeployment',
    apiVersion: 'actions.summerwind.dev/v1alpha1',
  };
  expect(formatYaml(object)).toBe(
    [
      'apiVersion: actions.summerwind.dev/v1alpha1',
      'kind: RunnerDeployment',
      'metadata:',
      '  name: web',
      '  namespace: ci',
      'spec:',
      '  template:',
      '    spec:',
      '      repository: acme/web',
      '      labels:',
      '        - x64',
      '        - build',
      '      image: docker.io/acme/runner:v1',
      '',
    ].join('\n'),
  );
});

it('opens lists and maps inside lists behind their dashes', () => {
  expect(formatYaml([[1, [2]], { b: { c: [{ d: 1, e: 2 }] }, a: [] }, {}])).toBe(
    [
      '- - 1',
      '  - - 2',
      '- a: []',
      '  b:',
      '    c:',
      '      - d: 1',
      '        e: 2',
      '- {}',
      '',
    ].join('\n'),
  );
});

it('writes several lines as a literal block and keeps whether the last one ends', () => {
  expect(formatYaml({ a: 'set -e\n\n  run\n', b: ['x\n# y'] })).toBe(
    ['a: |', '  set -e', '', '    run', 'b:', '  - |-', '    x', '    # y', ''].join('\n'),
  );
});

it.each([
  [' starts with a blank\nx', '" starts with a blank\\nx"'],
  ['\nstarts with a newline', '"\\nstarts with a newline"'],
  ['ends a line with a blank \nx', '"ends a line with a blank \\nx"'],
  ['two newlines at the end\n\n', '"two newlines at the end\\n\\n"'],
  ['tab\there\nx', '"tab\\there\\nx"'],
  ['carriage\r\nreturn', '"carriage\\r\\nreturn"'],
  ['next\u0085line\nx', '"next\\u0085line\\nx"'],
])('quotes lines that a literal block would not keep: %j', (text, quoted) => {
  expect(formatYaml(text)).toBe(`${quoted}\n`);
});

it('leaves undefined entries out and writes what is left empty as empty', () => {
  expect(formatYaml({ a: undefined, b: { c: undefined }, d: 1 })).toBe('b: {}\nd: 1\n');
  expect(formatYaml({ a: undefined })).toBe('{}\n');
});

it('introduces a key that is too long for one line with a question mark', () => {
  const key = 'k'.repeat(1001);
  expect(formatYaml([{ [key]: { a: [1] } }])).toBe(`- ? ${key}\n  :\n    a:\n      - 1\n`);
});

it('never folds a line', () => {
  const text = 'word '.repeat(1000);
  expect(formatYaml({ text })).toBe(`text: ${JSON.stringify(text)}\n`);
});

it.each([undefined, [undefined], () => 1, Number.NaN, Number.POSITIVE_INFINITY, 1n, Symbol('s')])(
  'refuses what is no JSON value: %s',
  (value) => {
    expect(() => formatYaml(value)).toThrow(TypeError);
  },
);

it('puts separators between documents only', () => {
  expect(formatYamlStream([{ a: 1 }, 'b', []])).toBe('a: 1\n---\nb\n---\n[]\n');
  expect(formatYamlStream([])).toBe('');
});
