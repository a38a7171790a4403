import { expect, it } from 'vitest';
import { commands } from '../src/tables/commands.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

const folder = makeFolder();

it.each([
  [['bild'], 'unknown command "bild"; did you mean "build"?', 'help'],
  [['constructor'], 'unknown command "constructor"', 'help'],
  [['validate'], 'unknown command "validate"; did you mean "check"?', 'help'],
  [['version'], 'unknown command "version"; did you mean "--version"?', 'help'],
  [['xyzzy'], 'unknown command "xyzzy"', 'help'],
  [
    ['fleet.yaml'],
    '"fleet.yaml" is not a command; did you mean "fleetc build fleet.yaml"?',
    'help',
  ],
  [['help', 'bild'], 'unknown command "bild"; did you mean "build"?', 'help'],
  [['--foo'], 'unknown option "--foo"', 'help'],
  [
    ['build', '--stdot'],
    'unknown option "--stdot" of "fleetc build"; did you mean "--stdout"?',
    'help build',
  ],
  [
    ['check', '--out', 'x'],
    'unknown option "--out" of "fleetc check"; it belongs to "fleetc build", "fleetc diff", "fleetc schema"',
    'help check',
  ],
  [['build', '--env'], 'option "--env" needs a value: --env NAME', 'help build'],
  [['build', '--env', '--check'], 'option "--env" needs a value: --env NAME', 'help build'],
  [['build', '--out='], 'option "--out" needs a value: --out DIR', 'help build'],
  [['build', '--check=yes'], 'option "--check" takes no value', 'help build'],
  [
    ['check', '--format', 'sarf'],
    'option "--format" is one of text, json, sarif, github, not "sarf"; did you mean "sarif"?',
    'help check',
  ],
  [
    ['check', '--color=sometimes'],
    'option "--color" is one of auto, always, never, not "sometimes"',
    'help check',
  ],
  [
    ['seal', 'github', '--scope', 'a-value-in-the-wrong-place'],
    'option "--scope" is one of strict, namespace, cluster, and not what was given',
    'help seal',
  ],
  [['check', 'a', 'b'], 'unexpected argument "b"', 'help check'],
  [['explain'], '"fleetc explain" needs CODE|PATH', 'help explain'],
  [['completion', 'tcsh'], 'no completion for "tcsh"; there is bash, zsh, fish', 'help completion'],
  [
    ['build', '--stdout', '--check'],
    'options "--stdout" and "--check" exclude each other',
    'help build',
  ],
  [
    ['build', '--check', '--force'],
    'options "--check" and "--force" exclude each other',
    'help build',
  ],
  [
    ['check', '--max-warnings', '-1'],
    'option "--max-warnings" needs a value: --max-warnings N',
    'help check',
  ],
  [
    ['check', '--max-warnings=some'],
    'option "--max-warnings" needs a whole number, not "some"',
    'help check',
  ],
  [
    ['explain', 'pools..x'],
    '"pools..x" is no path; write one such as pools.build.image',
    'help explain',
  ],
])('refuses %j with one sentence', (args, sentence, help) => {
  expect(runFleetc(folder, args)).toEqual({
    code: 2,
    stdout: '',
    stderr: `fleetc: ${sentence}\nRun "fleetc ${help}" for help.\n`,
  });
});

it('shows steering characters of an argument instead of sending them to the terminal', () => {
  const { stderr } = runFleetc(folder, ['\u001b[31mred']);
  expect(stderr).not.toContain('\u001b');
});

it('prints the version of the package on one line', async () => {
  const { default: manifest } = await import('../package.json', { with: { type: 'json' } });
  const expected = { code: 0, stdout: `fleetc ${manifest.version}\n`, stderr: '' };
  expect(runFleetc(folder, ['--version'])).toEqual(expected);
  expect(runFleetc(folder, ['build', '--version'])).toEqual(expected);
});

it('answers without arguments with the overview, as help does', () => {
  const bare = runFleetc(folder, []);
  expect(bare.code).toBe(0);
  expect(bare.stderr).toBe('');
  for (const { name, summary } of commands)
    expect(bare.stdout).toContain(`  ${name}`.padEnd(14) + summary);
  expect(runFleetc(folder, ['--help']).stdout).toBe(bare.stdout);
  expect(runFleetc(folder, ['help']).stdout).toBe(bare.stdout);
});

it.each(commands.map((command) => [command.name, command] as const))(
  'prints help of %s with examples, however it is asked',
  (name, command) => {
    const help = runFleetc(folder, ['help', name]);
    expect(help.code).toBe(0);
    expect(help.stderr).toBe('');
    for (const { line } of command.examples) expect(help.stdout).toContain(`  ${line}\n`);
    for (const option of command.options) {
      if (option.hidden) expect(help.stdout).not.toContain(option.name);
      else expect(help.stdout).toContain(`--${option.name}`);
    }
    expect(runFleetc(folder, [name, '-h']).stdout).toBe(help.stdout);
    expect(runFleetc(folder, [name, '--nonsense', '--help']).stdout).toBe(help.stdout);
    const widest = Math.max(...help.stdout.split('\n').map((line) => line.length));
    expect(widest).toBeLessThanOrEqual(80);
  },
);
