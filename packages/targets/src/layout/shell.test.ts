import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { formatCommand, quoteWord } from './shell.ts';

it.each(['web', '50-runners/web/', 'oci://quay.io/jetstack/charts', 'a=b', 'v1.2.3', 'a@b'])(
  'leaves a harmless word as it is: %s',
  (word) => {
    expect(quoteWord(word)).toBe(word);
  },
);

it.skipIf(process.platform === 'win32')('quotes words so that a shell gives them back', () => {
  const words = [
    '',
    ' ',
    "it's",
    '$HOME',
    '`id`',
    '$(id)',
    'a\nb',
    '\\',
    '"',
    "''",
    '*',
    '~',
    'a;b',
    'é&|<>#!',
  ];
  const script = `printf '%s\\0' ${words.map(quoteWord).join(' ')}`;
  expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(`${words.join('\0')}\0`);
});

it('keeps a short command on one line', () => {
  expect(formatCommand('kubectl apply', '-f a/')).toBe('kubectl apply -f a/');
});

it('breaks a long command between its groups, never within', () => {
  const command = formatCommand(
    'helm upgrade',
    ...Array.from({ length: 12 }, () => '--option value'),
  );
  expect(command.split('\n').length).toBeGreaterThan(1);
  expect(command.split('\n').every((line) => line.length <= 100)).toBe(true);
  expect(command.replaceAll(' \\\n  ', ' ')).toBe(`helm upgrade${' --option value'.repeat(12)}`);
  expect(command).not.toMatch(/--option \\/);
});

it('leaves a group that is wider than a page whole', () => {
  const url = `https://${'x'.repeat(120)}`;
  expect(formatCommand('helm repo add', url)).toBe(`helm repo add \\\n  ${url}`);
});
