import { expect, it } from 'vitest';
import { checkWorkflows } from './check-workflows.ts';
import { describeRequest, describeVerdict } from './outcome-words.ts';
import { codesAt, readMarks } from './testing/marked-text.ts';
import { fleetOf, manyScopes } from './testing/fleet.ts';

const fleet = await fleetOf(manyScopes);

function check(text: string, path = 'ci.yml') {
  return checkWorkflows([{ path, text }], fleet);
}

function job(body: string): string {
  return `on: push\njobs:\n  test:\n${body}`;
}

it.each<[string, string, string]>([
  ['a label', 'FLC4221', job('    runs-on: ‸gpu‸ # fast\n')],
  ['a quoted label', 'FLC4221', job('    runs-on: [self-hosted, ‸"gpu"‸]\n')],
  ['an item of a block list', 'FLC4221', job('    runs-on:\n      - self-hosted\n      - ‸gpu‸\n')],
  ['labels in a map', 'FLC4221', job('    runs-on: { labels: [self-hosted, ‸gpu‸] }\n')],
  ['a label in a map', 'FLC4221', job('    runs-on:\n      labels: ‸gpu‸\n')],
  ['a group', 'FLC4221', job('    runs-on: { group: ‸prod‸, labels: self-hosted }\n')],
  ['labels of several pools', 'FLC4221', job('    runs-on: ‸[self-hosted, build, arm64]‸\n')],
  [
    'a value of the matrix',
    'FLC4221',
    job('    strategy: { matrix: { os: [large, ‸gpu‸] } }\n    runs-on: ${{ matrix.os }}\n'),
  ],
  [
    'a value of include',
    'FLC4221',
    job(
      '    strategy:\n      matrix:\n        include:\n          - os: ‸gpu‸\n    runs-on: [self-hosted, "${{ matrix.os }}"]\n',
    ),
  ],
  [
    'a list in the matrix',
    'FLC4221',
    job(
      '    strategy: { matrix: { os: [large, [self-hosted, ‸gpu‸]] } }\n    runs-on: ${{ matrix.os }}\n',
    ),
  ],
  [
    'an alias, where it is anchored',
    'FLC4221',
    `on: push\nx: &r [self-hosted, ‸gpu‸]\n${job('    runs-on: *r\n').slice(9)}`,
  ],
  ['text behind other scripts', 'FLC4221', job('    name: 漢字 𝄞\n    runs-on: ‸gpu‸\n')],
  ['text with CRLF', 'FLC4221', job('    runs-on: ‸gpu‸\n').replaceAll('\n', '\r\n')],
  ['text behind a byte order mark', 'FLC4221', `\uFEFF${job('    runs-on: ‸gpu‸\n')}`],
  ['a text that fits several', 'FLC4222', job('    runs-on: ‸[self-hosted, build]‸\n')],
  ['a group of several', 'FLC4222', job('    runs-on: ‸{ group: platform }‸\n')],
  ['an expression', 'FLC4223', job('    runs-on: ‸${{ inputs.runner }}‸\n')],
  [
    'an expression in a list',
    'FLC4223',
    job('    runs-on: [self-hosted, ‸"${{ inputs.runner }}"‸]\n'),
  ],
  ['a partial expression', 'FLC4223', job('    runs-on: ‸ubuntu-${{ vars.UBUNTU }}‸\n')],
  ['an expression for a group', 'FLC4223', job('    runs-on: { group: ‸"${{ vars.GROUP }}"‸ }\n')],
  [
    'a matrix that is not known',
    'FLC4223',
    job(
      '    strategy: { matrix: "${{ fromJSON(needs.a.outputs.b) }}" }\n    runs-on: ‸${{ matrix.os }}‸\n',
    ),
  ],
  [
    'a matrix without such a key',
    'FLC4223',
    job('    strategy: { matrix: { os: [build] } }\n    runs-on: ‸${{ matrix.so }}‸\n'),
  ],
  [
    'too large a matrix',
    'FLC4223',
    job(
      `    strategy: { matrix: { a: [${'1,'.repeat(300)}] } }\n    runs-on: ‸\${{ matrix.a }}‸\n`,
    ),
  ],
  [
    'an empty matrix',
    'FLC4223',
    job('    strategy: { matrix: { a: [] } }\n    runs-on: ‸${{ matrix.a }}‸\n'),
  ],
  ['a larger runner', 'FLC4223', job('    runs-on: ‸ubuntu-latest-8-cores‸\n')],
  ['a group that the fleet lacks', 'FLC4223', job('    runs-on: { group: ‸big‸ }\n')],
  ['a processor that is open', 'FLC4223', job('    runs-on: [self-hosted, deploy, ‸X64‸]\n')],
  ['a job without runs-on', 'FLC4223', 'on: push\njobs:\n  ‸test‸:\n    steps: []\n'],
  ['an empty runs-on', 'FLC4223', 'on: push\njobs:\n  ‸test‸:\n    runs-on:\n'],
  ['an empty list', 'FLC4223', job('    runs-on: ‸[]‸\n')],
  ['a list in a list', 'FLC4223', job('    runs-on: [‸[build]‸]\n')],
  ['a map without labels', 'FLC4223', job('    runs-on: ‸{ labls: build }‸\n')],
  ['a bracket that stays open', 'FLC4224', job('    runs-on: ‸[‸self-hosted\n    steps: []\n')],
  ['a tab', 'FLC4224', job('‸\t‸runs-on: build\n')],
  ['a duplicate job', 'FLC4224', `${job('    runs-on: gpu\n')}  ‸test‸:\n    runs-on: gpu\n`],
  ['a second document', 'FLC4224', `${job('    runs-on: gpu\n')}‸---‸\na: 1\n`],
  ['a merge key', 'FLC4224', `x: &x { runs-on: gpu }\njobs:\n  test:\n    ‸<<‸: *x\n`],
  ['an endless alias', 'FLC4224', job('    runs-on: &x [‸*x‸]\n')],
])('points at %s', async (_, code, marked) => {
  const { text, places } = readMarks(marked);
  const { diagnostics } = await check(text);
  expect(codesAt(diagnostics)).toEqual([[code, places[0]]]);
});

it.each<[string, string]>([
  ['a pool alone', job('    runs-on: [self-hosted, large]\n')],
  ['a runner that GitHub hosts', job('    runs-on: ubuntu-latest\n')],
  [
    'a matrix of both',
    job(
      '    strategy: { matrix: { os: [ubuntu-latest, large] } }\n    runs-on: ${{ matrix.os }}\n',
    ),
  ],
  [
    'a value that is left out',
    job(
      '    strategy: { matrix: { os: [large, gpu], exclude: [{ os: gpu }] } }\n    runs-on: ${{ matrix.os }}\n',
    ),
  ],
  ['a called workflow', 'on: push\njobs:\n  call:\n    uses: acme/x/.github/workflows/y.yml@v1\n'],
  ['what is no workflow', 'version: 2\nupdates: []\n'],
  ['jobs that are no map', 'jobs: [a]\n'],
  ['an empty file', ''],
  ['text', 'hello\n'],
])('says nothing of %s', async (_, text) => {
  expect((await check(text)).diagnostics).toEqual([]);
});

it('goes on behind a file that is no YAML, and sorts by file', async () => {
  const { workflows, diagnostics } = await checkWorkflows(
    [
      { path: 'b.yml', text: job('    runs-on: gpu\n') },
      { path: 'a.yml', text: 'a: [\n' },
    ],
    fleet,
  );
  expect(diagnostics.map(({ code, primary }) => [code, primary!.span.file])).toEqual([
    ['FLC4224', 'a.yml'],
    ['FLC4221', 'b.yml'],
  ]);
  expect(workflows.map(({ file, isReadable, jobs }) => [file, isReadable, jobs.length])).toEqual([
    ['b.yml', true, 1],
    ['a.yml', false, 0],
  ]);
});

it('joins the jobs of a matrix that ask for the same, and tells the others apart', async () => {
  const { workflows } = await check(
    job(
      '    strategy: { matrix: { os: [large, gpu], node: [18, 20, 22] } }\n    runs-on: ["${{ matrix.os }}", linux]\n',
    ),
  );
  const { outcomes } = workflows[0]!.jobs[0]!;
  expect(
    outcomes.map((one) => [describeRequest(one), one.request.jobs, describeVerdict(one.verdict)]),
  ).toEqual([
    ['[large, linux]', 3, 'pool "large"'],
    ['[gpu, linux]', 3, 'never starts: no pool has the label "gpu"'],
  ]);
});

it('lets a comment silence what is no error', async () => {
  const comment = '    # fleetc-ignore FLC4222: either will do\n';
  const { diagnostics } = await check(job(`${comment}    runs-on: self-hosted\n`));
  expect(diagnostics).toEqual([]);
  const later = await check(job(`${comment}    runs-on: large\n`));
  expect(later.diagnostics.map(({ code }) => code)).toEqual(['FLC1010']);
});

it.each<[string, string, string]>([
  [
    'gpu',
    'no pool has the label "gpu"',
    'write labels of a pool as "fleetc labels" lists them, or name runners outside of the fleet with --elsewhere NAME',
  ],
  ['biuld', 'no pool has the label "biuld"', 'write "build", or add the label to a pool'],
  [
    'self-hosted, build',
    'no pool has the label "self-hosted, build"',
    'write a list: [self-hosted, build]',
  ],
  [
    'ubuntu-20.04',
    'GitHub has withdrawn "ubuntu-20.04", and no pool has this label',
    'write the label of a current image, such as "ubuntu-latest", or of a pool',
  ],
  [
    '[ubuntu-latest, large]',
    'no pool has "ubuntu-latest" and the other labels',
    'write "ubuntu-latest" alone, or labels of a pool',
  ],
  [
    '[arm-build, large]',
    'no pool has all of "arm-build", "large"',
    'ask for labels of one pool, or add those that it lacks',
  ],
  [
    '{ group: platform, labels: [self-hosted, deploy] }',
    'no pool in runner group "platform" has the label "deploy"',
    'write labels of a pool as "fleetc labels" lists them, or name runners outside of the fleet with --elsewhere NAME',
  ],
])('says why %s never starts, and what to do', async (runsOn, problem, fix) => {
  const [finding] = (await check(job(`    runs-on: ${runsOn}\n`))).diagnostics;
  expect([finding?.message, finding?.fix]).toEqual([`job "test" can never start: ${problem}`, fix]);
});

it('points at the pools that share a job, and names a label that tells them apart', async () => {
  const [finding] = (await check(job('    runs-on: build\n'))).diagnostics;
  expect(finding?.message).toBe('job "test" can run on any of pools "build", "large"');
  expect(finding?.fix).toBe('ask for a label that only one of them has: "Large" for pool "large"');
  expect(finding?.related.map(({ text, span }) => [text, span.file])).toEqual([
    ['pool "build"', 'fleet.yaml'],
    ['pool "large"', 'fleet.yaml'],
  ]);
});

const scaled = (on: string, labels = '[build]') =>
  fleetOf(
    `controller: { webhookServer: { secret: { from: { existing: true } } } }\nscopes:\n  web: { repository: acme/web }\npools:\n  ci: { labels: ${labels}, autoscale: { min: 1, max: 4, on: ${on} }, node: { selector: { kubernetes.io/arch: amd64 } } }\n`,
  );

it.each<[string, string, string]>([
  ['an implied label', '{ webhook: { duration: 2h } }', '[self-hosted, build, ‸linux‸]'],
  ['the processor', '{ queued: {} }', '[self-hosted, build, ‸x64‸]'],
  ['another case, counting the queue', '{ queued: {} }', '[self-hosted, ‸Build‸]'],
  ['self-hosted with capitals', '{ webhook: { duration: 2h } }', '[‸Self-Hosted‸, build]'],
])('warns of a job that its autoscaler does not see: %s', async (_, on, marked) => {
  const { text, places } = readMarks(job(`    runs-on: ${marked}\n`));
  const { diagnostics } = await checkWorkflows([{ path: 'ci.yml', text }], await scaled(on));
  expect(codesAt(diagnostics)).toEqual([['FLC4226', places[0]]]);
});

it.each<[string, string, string]>([
  ['listed labels', '{ webhook: { duration: 2h } }', '[self-hosted, build]'],
  ['another case, told by webhooks', '{ webhook: { duration: 2h } }', '[self-hosted, BUILD]'],
  ['a busy share beside the queue', '{ queued: {}, busy: {} }', '[self-hosted, build, linux]'],
])('is silent where the autoscaler sees the job: %s', async (_, on, runsOn) => {
  const text = job(`    runs-on: ${runsOn}\n`);
  const { diagnostics } = await checkWorkflows([{ path: 'ci.yml', text }], await scaled(on));
  expect(diagnostics).toEqual([]);
});

it.each<[string, string]>([
  ['brackets', '['.repeat(100_000)],
  ['block maps', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  [
    'aliases of aliases',
    `a: &a [x, x, x, x, x, x, x, x, x, x]\n${[...'bcdefgh'].map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefg'[index]}`).join()}]`).join('\n')}\njobs: { a: { runs-on: *h } }\n`,
  ],
])('refuses %s without end', async (_, text) => {
  const { diagnostics } = await check(text);
  expect(diagnostics.map(({ code }) => code)).toEqual(['FLC4224']);
});

it('takes names of object members for names of jobs and keys', async () => {
  const { workflows, diagnostics } = await check(
    'jobs:\n  constructor: { runs-on: large }\n  toString: { runs-on: "${{ matrix.constructor }}", strategy: { matrix: { constructor: [large] } } }\n  __proto__: { runs-on: large }\n',
  );
  expect(workflows[0]!.jobs.map(({ job }) => job.id)).toEqual([
    'constructor',
    'toString',
    '__proto__',
  ]);
  expect(diagnostics).toEqual([]);
});
