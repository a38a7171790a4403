import { expect, it } from 'vitest';
import { fleetWithError, fleetWithWarning, plainFleet } from './support/fleets.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

const clean = makeFolder({ 'fleet.yaml': plainFleet });
const warned = makeFolder({ 'fleet.yaml': fleetWithWarning, 'infra/fleet.yaml': fleetWithWarning });
const broken = makeFolder({ 'fleet.yaml': fleetWithError });
const escape = '\u001b[';

it('reports to standard error and ends with 1 when there is an error', () => {
  const { code, stdout, stderr } = runFleetc(broken, ['check']);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^error\[FLC3002\]: /);
  expect(stderr).toContain('fleet.yaml:12:12\n');
  expect(stderr).toMatch(/\nfleet\.yaml: 1 error\n$/);
});

it('lets warnings pass unless there are more than allowed', () => {
  expect(runFleetc(warned, ['check', 'fleet.yaml']).code).toBe(0);
  expect(runFleetc(warned, ['check', 'fleet.yaml', '--max-warnings=1']).code).toBe(0);
  const { code, stderr } = runFleetc(warned, ['check', 'fleet.yaml', '--max-warnings', '0']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/\nfleet\.yaml: 1 warning; --max-warnings allows 0\n$/);
});

it('leaves the summary out when it is told to be quiet', () => {
  expect(runFleetc(clean, ['check', '-q'])).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(runFleetc(broken, ['check', '--quiet']).stderr).not.toContain('1 error\n');
});

it.each(['json', 'sarif'])('writes a %s document to standard output, findings or not', (format) => {
  for (const [folder, count] of [
    [clean, 0],
    [broken, 1],
  ] as const) {
    const { code, stdout, stderr } = runFleetc(folder, ['check', '--format', format]);
    expect(code).toBe(count);
    expect(stderr).toBe(`fleet.yaml: ${count === 0 ? 'no findings' : '1 error'}\n`);
    const document = JSON.parse(stdout);
    const findings = format === 'json' ? document.diagnostics : document.runs[0].results;
    expect(findings).toHaveLength(count);
  }
});

it('fills the rule table of SARIF', () => {
  const { stdout } = runFleetc(broken, ['check', '--format', 'sarif']);
  const { rules, semanticVersion } = JSON.parse(stdout).runs[0].tool.driver;
  expect(rules).toMatchObject([{ id: 'FLC3002', shortDescription: { text: /./ } }]);
  expect(semanticVersion).toMatch(/^\d+\.\d+\.\d+/);
});

it('annotates inside GitHub Actions, unless a format is given', () => {
  const env = { GITHUB_ACTIONS: 'true' };
  const annotation =
    /^::error file=fleet\.yaml,line=12,endLine=12,col=12,endColumn=14,title=FLC3002 /;
  const automatic = runFleetc(broken, ['check'], { env });
  expect([automatic.code, automatic.stdout]).toEqual([1, '']);
  expect(automatic.stderr).toMatch(annotation);
  expect(runFleetc(broken, ['check', '--format=github']).stderr).toMatch(annotation);
  expect(runFleetc(broken, ['check', '--format', 'text'], { env }).stderr).toMatch(/^error\[/);
});

it('names files from the root of the repository in annotations', () => {
  const { stderr } = runFleetc(`${warned}/infra`, ['check', '--format', 'github']);
  expect(stderr).toMatch(/^::warning file=infra\/fleet\.yaml,/);
});

it.each([
  ['a pipe', [], {}, false],
  ['--color always', ['--color', 'always'], {}, true],
  ['--color always over NO_COLOR', ['--color=always'], { NO_COLOR: '1' }, true],
  ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
  ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, false],
  ['NO_COLOR over FORCE_COLOR', [], { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ['an empty NO_COLOR', [], { NO_COLOR: '', FORCE_COLOR: '1' }, true],
  ['--color never over FORCE_COLOR', ['--color', 'never'], { FORCE_COLOR: '1' }, false],
  ['CI alone', [], { CI: 'true' }, false],
])('decides on colour with %s', (_name, args, env, colored) => {
  const { stderr } = runFleetc(broken, ['check', ...args], { env: env as Record<string, string> });
  expect(stderr.includes(escape)).toBe(colored);
});

it('says nothing of a literal secret but where it stands', () => {
  const token = `ghp_${'c4n4ry'.repeat(6)}`;
  const folder = makeFolder({
    'fleet.yaml': plainFleet.replace('replicas: 2', `replicas: 2\n    env: { TOKEN: ${token} }`),
  });
  for (const args of [
    ['check'],
    ['check', '--format', 'json'],
    ['check', '--format', 'sarif'],
    ['check', '--format', 'github'],
    ['build'],
    ['build', '--stdout'],
    ['explain', 'pools.ci.env'],
    ['images'],
    ['secrets'],
  ]) {
    const { code, stdout, stderr } = runFleetc(folder, args, { env: { FLEETC_DEBUG: '1' } });
    expect([args, code]).toEqual([args, 1]);
    expect(stdout + stderr).toContain('FLC4001');
    expect(stdout + stderr).not.toContain('c4n4ry');
  }
});

// The parser with the good messages is loaded only now, so only the built command shows whether it can be.
it.each([
  ['a:\n\tb: 1\n', 'FLC1001', 2, 1],
  ['a: "b\n', 'FLC1005', 1, 4],
  ['a: [b\n', 'FLC1005', 1, 4],
  ['a: !!foo b\n', 'FLC1007', 1, 4],
])('says where %j is no YAML', (text, code, line, column) => {
  const folder = makeFolder({ 'fleet.yaml': text });
  const run = runFleetc(folder, ['check', '--format', 'json']);
  const [found, ...others] = JSON.parse(run.stdout).diagnostics;
  expect([run.code, found.code, found.start.line, found.start.column]).toEqual([
    1,
    code,
    line,
    column,
  ]);
  expect(others).toEqual([]);
});
