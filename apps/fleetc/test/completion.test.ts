import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { commands } from '../src/tables/commands.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

const folder = makeFolder({ 'fleet.yaml': '' });

it.each(['bash', 'zsh', 'fish'])('prints a script for %s that the shell parses', (shell) => {
  const { code, stdout, stderr } = runFleetc(folder, ['completion', shell]);
  expect([code, stderr]).toEqual([0, '']);
  for (const { name } of commands) expect(stdout).toContain(name);
  expect(stdout).not.toMatch(/--markdown|-l markdown/);
  const flag = shell === 'fish' ? '--no-execute' : '-n';
  const parsed = spawnSync(shell, [flag], { input: stdout, encoding: 'utf8' });
  // A shell that is not on this machine has no say.
  if (parsed.error) return;
  expect([parsed.status, parsed.stderr]).toEqual([0, '']);
});

it.each([
  [['bu'], ['build']],
  [['build', '--st'], ['--stdout']],
  [['--color', 'never', 'build', '--max'], ['--max-warnings']],
  [
    ['build', '--format', ''],
    ['text', 'json', 'sarif', 'github'],
  ],
  [['build', '--format', '=', 's'], ['sarif']],
  [
    ['images', '--format', ''],
    ['table', 'json'],
  ],
  [['build', '--color', 'al'], ['always']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
  [['help', 'ex'], ['explain']],
  [['build', '-o', ''], []],
  [['build', ''], []],
])('completes %j in bash', (words, expected) => {
  const { stdout: script } = runFleetc(folder, ['completion', 'bash']);
  const quoted = ['fleetc', ...words].map((word) => `'${word}'`).join(' ');
  const call = `COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _fleetc; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const result = spawnSync('bash', ['-c', `${script}\n${call}`], { encoding: 'utf8' });
  expect(result.stdout.trim().split('\n')).toEqual(expected.length === 0 ? [''] : expected);
});
