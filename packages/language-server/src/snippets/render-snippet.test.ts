import { expect, it } from 'vitest';
import { escapeText, toPlainText } from './placeholders.ts';
import { renderSnippet } from './render-snippet.ts';

it('lays out maps and lists as a person would, with tab stops', () => {
  const body = {
    '${1:ci}': {
      scope: '${2:web}',
      labels: ['${3:ci}', 'linux'],
      replicas: '^${4:2}',
      ephemeral: true,
      env: {},
      tolerations: [{ key: 'ci', value: '$5' }, 'x'],
    },
  };
  expect(renderSnippet(body).split('\n')).toEqual([
    '${1:ci}:',
    '  scope: ${2:web}',
    '  labels: [${3:ci}, linux]',
    '  replicas: ${4:2}',
    '  ephemeral: true',
    '  env: {\\}',
    '  tolerations:',
    '    - key: ci',
    '      value: $5',
    '    - x',
  ]);
});

it('quotes what YAML would read as something else, with or without a tab stop', () => {
  const body = { a: '20.04', b: '${1:22.04}', c: '${1|on,off|}', d: 'x: y', e: 'a\\$b' };
  expect(renderSnippet(body).split('\n')).toEqual([
    'a: "20.04"',
    'b: "${1:22.04}"',
    'c: "${1|on,off|}"',
    'd: "x: y"',
    'e: "a\\$b"',
  ]);
});

it('leaves the text of each tab stop to clients that have none', () => {
  const snippet = '${1:a\\}b}: ${2|one,other|} $3 ${4} \\$x \\\\ \\} 10$0';
  expect(toPlainText(snippet)).toBe('a}b: one   $x \\ } 10');
});

it('inserts an escaped text as it is', () => {
  const text = '# $schema=x { a: 1 } \\ ${1:y}';
  expect(toPlainText(escapeText(text))).toBe(text);
});
