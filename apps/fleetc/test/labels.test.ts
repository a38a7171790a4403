import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fleetWithEnvironments, fleetWithError, plainFleet } from './support/fleets.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

const fleet = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
registry: { direct: [docker.io, quay.io] }
credentials:
  github: { pat: { secret: { name: controller-manager, from: { existing: true } } } }
scopes:
  acme: { organization: acme, runnerGroup: platform }
  web: { repository: acme/web }
profiles:
  default:
    resources: { requests: { cpu: "1", memory: 2Gi } }
    node: { selector: { kubernetes.io/arch: amd64 } }
pools:
  build: { scope: acme, labels: [build], replicas: 2 }
  large: { scope: acme, labels: [build, large], replicas: 2 }
  e2e: { scope: web, labels: [e2e], replicas: 2 }
`;

const hosted = 'on: push\njobs:\n  lint:\n    runs-on: ubuntu-latest\n';
const served = 'on: push\njobs:\n  test:\n    runs-on: [self-hosted, large]\n';
const stuck = 'on: push\njobs:\n  test:\n    runs-on: [self-hosted, lagre]\n';

/** A folder with the fleet and workflows by their names. */
function makeProject(workflows: Readonly<Record<string, string | Buffer>>): string {
  const files = Object.entries(workflows).map(([name, text]) => [
    `.github/workflows/${name}`,
    text,
  ]);
  return makeFolder({ 'fleet.yaml': fleet, ...Object.fromEntries(files) });
}

const labels = ['labels', '--workflows', '.'];

it('prints a page for workflow authors', () => {
  const { code, stdout, stderr } = runFleetc(makeProject({}), ['labels']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^# Runners of acme\n/);
  expect(stdout).toMatch(/\| `\[self-hosted, build, large\]` +\| large +\| .*\| platform +\| 2 /);
  expect(stdout).toContain('## repository acme/web\n');
});

it('prints it as a table, for scripts and for actionlint', () => {
  const folder = makeProject({});
  const print = (format: string) => runFleetc(folder, ['labels', '--format', format]).stdout;
  expect(print('table')).toMatch(/^SCOPE +RUNS-ON +LABELS +GROUP +POOL +RUNNERS +DOCKER\n/);
  expect(JSON.parse(print('json')).environments[0].runners).toHaveLength(3);
  expect(print('actionlint')).toBe(
    'self-hosted-runner:\n  labels:\n    - build\n    - e2e\n    - large\n',
  );
});

it('lists what one repository can use', () => {
  const args = ['labels', '--format', 'json', '--repository', 'acme/api'];
  const { environments } = JSON.parse(runFleetc(makeProject({}), args).stdout);
  const pools = environments[0].runners.map(({ pool }: { pool: string }) => pool);
  expect(pools).toEqual(['build', 'large']);
});

it('lists every environment, and one of them on request', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetWithEnvironments });
  const all = runFleetc(folder, ['labels']).stdout;
  expect(all).toContain('# Runners of acme, production\n');
  expect(all).toContain('# Runners of acme, staging\n');
  expect(runFleetc(folder, ['labels', '--env', 'staging']).stdout).not.toContain('production');
});

it('says which pool takes each job, and ends with 0 when every job can start', () => {
  const folder = makeProject({
    'a.yml': hosted,
    'b.yaml': served,
    'notes.md': 'x',
    'c.yml.bak': '[',
  });
  const { code, stdout, stderr } = runFleetc(folder, labels);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.split('\n')).toEqual([
    expect.stringMatching(/^WORKFLOW +JOB +ASKS FOR +TAKEN BY$/),
    expect.stringMatching(
      /^\.github\/workflows\/a\.yml:4:14 +lint +ubuntu-latest +a runner that GitHub hosts$/,
    ),
    expect.stringMatching(
      /^\.github\/workflows\/b\.yaml:4:14 +test +\[self-hosted, large\] +pool "large"$/,
    ),
    '',
    'Jobs: 1 on one pool, 1 on runners that GitHub hosts.',
    expect.stringContaining('--repository OWNER/NAME'),
    '',
  ]);
});

it('points into the workflow at what keeps a job from starting, and ends with 1', () => {
  const { code, stdout, stderr } = runFleetc(makeProject({ 'ci.yml': stuck }), labels);
  expect(code).toBe(1);
  expect(stdout).toContain('never starts: no pool has the label "lagre"');
  expect(stderr).toBe(
    `error[FLC4221]: job "test" can never start: no pool has the label "lagre"
  ┌─ .github/workflows/ci.yml:4:28
 4│     runs-on: [self-hosted, lagre]
  │                            ^^^^^ did you mean "large"?
  = why: a runner has to have every label that the job asks for; GitHub keeps
         the job in the queue for a day and then gives it up
  = fix: write "large", or add the label to a pool
`,
  );
});

it('ends with 0 on jobs that are ambiguous or not known, and tells of both', () => {
  const text = 'jobs:\n  a: { runs-on: build }\n  b: { runs-on: "${{ inputs.x }}" }\n';
  const { code, stderr } = runFleetc(makeProject({ 'ci.yml': text }), labels);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^warning\[FLC4222\]: /);
  expect(stderr).toContain('\ninfo[FLC4223]: ');
  expect(stderr).toMatch(/fleet\.yaml:15:\d+\n/);
});

it('annotates workflows inside GitHub Actions', () => {
  const folder = makeProject({ 'ci.yml': stuck });
  const { stderr } = runFleetc(folder, labels, { env: { GITHUB_ACTIONS: 'true' } });
  expect(stderr).toMatch(
    /^::error file=\.github\/workflows\/ci\.yml,line=4,endLine=4,col=28,endColumn=32,title=FLC4221 /,
  );
});

it('considers the scopes of one repository when it is named', () => {
  const folder = makeProject({ 'ci.yml': 'jobs:\n  e2e: { runs-on: e2e }\n' });
  expect(runFleetc(folder, [...labels, '--repository', 'acme/web']).code).toBe(0);
  const other = runFleetc(folder, [...labels, '--repository', 'acme/api']);
  expect(other.code).toBe(1);
  expect(other.stderr.replaceAll(/\s+/g, ' ')).toContain(
    'pool "e2e" serves repository acme/web only',
  );
  expect(other.stdout).toContain('Runners that acme/api can use are considered.');
});

it('takes runners elsewhere for granted when they are named', () => {
  const folder = makeProject({
    'ci.yml': 'jobs:\n  a: { runs-on: big }\n  b: { runs-on: huge }\n',
  });
  const { code, stdout, stderr } = runFleetc(folder, [
    ...labels,
    '--elsewhere',
    'big',
    '--elsewhere=HUGE',
  ]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Jobs: 2 outside of the fleet.');
});

it('prints workflows in Markdown and for scripts too', () => {
  const folder = makeProject({ 'a.yml': hosted, 'ci.yml': stuck });
  expect(runFleetc(folder, [...labels, '--format', 'markdown']).stdout).toMatch(
    /^\| workflow +\| job /,
  );
  const { code, stdout } = runFleetc(folder, [...labels, '--format', 'json']);
  const document = JSON.parse(stdout);
  expect([code, document.version, document.counts.never]).toEqual([1, 1, 1]);
  expect(document.diagnostics[0]).toMatchObject({
    code: 'FLC4221',
    file: '.github/workflows/ci.yml',
    start: { line: 4, column: 28 },
  });
});

it('reads a folder of workflows and a single file as well', () => {
  const folder = makeFolder({ 'fleet.yaml': fleet, 'ci/a.yml': hosted, 'ci/sub/b.yml': stuck });
  expect(runFleetc(folder, ['labels', '--workflows', 'ci']).stdout).toContain('ci/a.yml:4:14');
  expect(runFleetc(folder, ['labels', '--workflows', 'ci']).code).toBe(0);
  expect(runFleetc(folder, ['labels', '--workflows', 'ci/sub/b.yml']).code).toBe(1);
});

it('goes on behind a workflow that is no YAML', () => {
  const folder = makeProject({ 'a.yml': 'jobs: { a: [\n', 'b.yml': served });
  const { code, stdout, stderr } = runFleetc(folder, labels);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error\[FLC4224\]: /);
  expect(stderr).toContain('.github/workflows/a.yml:1:12\n');
  expect(stdout).toMatch(/a\.yml +- +- +cannot be read\n/);
  expect(stdout).toContain('pool "large"');
});

it('goes on behind files that it cannot read, and ends with 4', () => {
  const folder = makeProject({
    'binary.yml': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0xff, 0x00]),
    'huge.yml': '#'.repeat(1024 * 1024 + 1),
    'ok.yml': served,
  });
  const workflows = join(folder, '.github/workflows');
  symlinkSync('nowhere.yml', join(workflows, 'dangling.yml'));
  symlinkSync('/dev/zero', join(workflows, 'endless.yml'));
  symlinkSync('loop.yml', join(workflows, 'loop.yml'));
  symlinkSync('ok.yml', join(workflows, 'link.yml'));
  spawnSync('mkfifo', [join(workflows, 'pipe.yml')]);
  mkdirSync(join(workflows, 'folder.yml'));
  const { code, stdout, stderr } = runFleetc(folder, labels);
  expect(code).toBe(4);
  for (const [name, reason] of [
    ['binary', 'is not UTF-8'],
    ['huge', 'is larger than 1024 KiB'],
    ['dangling', 'no such file or folder'],
    ['endless', 'it is no regular file'],
    ['loop', 'too many symbolic links'],
    ['pipe', 'it is no regular file'],
  ] as const) {
    const words = stderr.replaceAll(/\s+/g, ' ');
    expect(words).toMatch(new RegExp(`"\\.github/workflows/${name}\\.yml"[^"]*${reason}`));
    expect(stdout).toMatch(new RegExp(`${name}\\.yml +- +- +cannot be read`));
  }
  expect(stdout).toContain('Jobs: 2 on one pool.');
});

it.each<[string, string[], number, string]>([
  [
    'a folder that is not there',
    ['--workflows', 'nowhere'],
    4,
    'cannot read "nowhere": no such file or folder',
  ],
  ['a folder without workflows', ['--workflows', 'empty'], 4, '"empty" holds no workflow'],
  ['a repository without an owner', ['--repository', 'web'], 2, 'needs OWNER/NAME, not "web"'],
  ['a repository with a path', ['--repository', 'a/b/c'], 2, 'needs OWNER/NAME, not "a/b/c"'],
  ['runners elsewhere without jobs', ['--elsewhere', 'x'], 2, 'needs "--workflows DIR"'],
  [
    'labels of workflows for actionlint',
    ['--workflows', '.', '--format', 'actionlint'],
    2,
    'leave "--workflows" out',
  ],
])('refuses %s', (_, args, code, words) => {
  const folder = makeFolder({ 'fleet.yaml': fleet, 'empty/a.txt': '' });
  const run = runFleetc(folder, ['labels', ...args]);
  expect([run.code, run.stdout]).toEqual([code, '']);
  expect(run.stderr).toContain(words);
});

it('asks for one environment, because runners of two are never on one job', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetWithEnvironments, 'ci/a.yml': hosted });
  const args = ['labels', '--workflows', 'ci'];
  const { code, stderr } = runFleetc(folder, args);
  expect([code, stderr]).toEqual([2, expect.stringContaining('choose one with --env NAME')]);
  expect(runFleetc(folder, [...args, '--env', 'staging']).code).toBe(0);
});

it('lists nothing of a fleet with errors', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetWithError, 'ok.yaml': plainFleet });
  expect(runFleetc(folder, ['labels'])).toMatchObject({ code: 1, stdout: '' });
  expect(runFleetc(folder, [...labels, 'ok.yaml'])).toMatchObject({ code: 0 });
});

it('explains its findings', () => {
  for (const code of ['FLC4221', 'FLC4222', 'FLC4223', 'FLC4224', 'FLC4225', 'FLC4226']) {
    const { code: exit, stdout } = runFleetc(makeFolder(), ['explain', code]);
    expect([exit, stdout.split('\n')[0]]).toEqual([0, expect.stringMatching(`^${code} `)]);
    expect(stdout).not.toContain('undefined');
  }
});

it('shows no token that stands beside a label', () => {
  const token = ['ghp', '0'.repeat(36)].join('_');
  const folder = makeFolder({
    'fleet.yaml': plainFleet,
    '.github/workflows/ci.yml': `on: push\njobs:\n  a: { runs-on: nowhere, env: { TOKEN: ${token} }, steps: [] }\n`,
  });
  const { code, stdout, stderr } = runFleetc(folder, ['labels', '--workflows', '.']);
  expect(code).toBe(1);
  expect(stdout + stderr).not.toContain(token);
  expect(stderr).toContain('xxxx');
});
