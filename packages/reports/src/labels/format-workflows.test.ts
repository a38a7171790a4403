import { expect, it } from 'vitest';
import { checkWorkflows } from './check-workflows.ts';
import { formatWorkflowJson } from './format-workflow-json.ts';
import { formatWorkflowMarkdown, formatWorkflowTable } from './format-workflows.ts';
import { fleetOf, manyScopes } from './testing/fleet.ts';

const sources = [
  {
    path: 'ci.yml',
    text: `jobs:
  hosted: { runs-on: ubuntu-latest }
  own:
    strategy: { matrix: { size: [large, gpu], node: [20, 22] } }
    runs-on: [self-hosted, "\${{ matrix.size }}"]
  both: { runs-on: build }
  grouped: { runs-on: { group: production } }
  open: { runs-on: "\${{ inputs.x }}" }
  away: { runs-on: big }
  repo: { runs-on: repo }
  call: { uses: ./.github/workflows/other.yml }
`,
  },
  { path: 'dependabot.yml', text: 'version: 2\n' },
  { path: 'x.yml', text: 'a: [' },
];
const texts = new Map(sources.map(({ path, text }) => [path, text]));
const fleet = await fleetOf(manyScopes);
const report = await checkWorkflows(sources, fleet, { elsewhere: ['big'] });

it('prints a line for each different thing that a job asks for', () => {
  expect(formatWorkflowTable(report, texts)).toMatchInlineSnapshot(`
    "WORKFLOW        JOB           ASKS FOR              TAKEN BY
    ci.yml:2:22     hosted        ubuntu-latest         a runner that GitHub hosts
    ci.yml:5:14     own (2 jobs)  [self-hosted, large]  pool "large"
    ci.yml:5:14     own (2 jobs)  [self-hosted, gpu]    never starts: no pool has the label "gpu"
    ci.yml:6:20     both          build                 ambiguous: any of pools "build", "large"
    ci.yml:7:23     grouped       group production      pool "deploy"
    ci.yml:8:20     open          \${{ inputs.x }}       unknown: "\${{ inputs.x }}" is only known when the workflow runs
    ci.yml:9:20     away          big                   a runner outside of the fleet
    ci.yml:10:20    repo          repo                  pool "api" for repository acme/api, pool "web" for repository acme/web
    ci.yml:11:17    call          -                     skipped: calls ./.github/workflows/other.yml
    dependabot.yml  -             -                     no jobs: not a workflow
    x.yml           -             -                     cannot be read

    Jobs: 3 on one pool, 1 ambiguous, 1 on runners that GitHub hosts, 1 outside of the fleet, 1 can never start, 1 unknown, 1 call another workflow.
    Runners of every scope are considered; --repository OWNER/NAME leaves those that one repository can use.
    "
  `);
});

it('prints the same in Markdown', () => {
  const page = formatWorkflowMarkdown(report, texts);
  expect(page).toMatch(
    /\| `ci\.yml:2:22` +\| hosted +\| `ubuntu-latest` +\| a runner that GitHub hosts +\|\n/,
  );
  expect(page).toContain('| `[self-hosted, gpu]`');
  expect(page.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(13);
});

it('gives scripts everything, findings included', () => {
  const document = JSON.parse(formatWorkflowJson(report, texts));
  expect([document.version, document.fleet, document.environment, document.repository]).toEqual([
    1,
    'acme',
    'default',
    null,
  ]);
  const [ci, , broken] = document.workflows;
  expect(broken).toEqual({ file: 'x.yml', readable: false, jobs: [] });
  expect(ci.jobs[1]).toEqual({
    id: 'own',
    line: 3,
    column: 3,
    calls: null,
    outcomes: [
      {
        status: 'served',
        line: 5,
        column: 14,
        labels: ['self-hosted', 'large'],
        group: null,
        expressions: [],
        jobs: 2,
        pools: ['large'],
        hosted: false,
        detail: 'pool "large"',
      },
      expect.objectContaining({ status: 'never', jobs: 2, pools: [] }),
    ],
  });
  expect(ci.jobs.at(-1)).toMatchObject({ calls: './.github/workflows/other.yml', outcomes: [] });
  expect(document.counts).toEqual({
    served: 3,
    ambiguous: 1,
    hosted: 1,
    elsewhere: 1,
    never: 1,
    unknown: 1,
    called: 1,
  });
  expect(
    document.diagnostics.map((one: { code: string; file: string }) => [one.code, one.file]),
  ).toEqual([
    ['FLC4221', 'ci.yml'],
    ['FLC4222', 'ci.yml'],
    ['FLC4223', 'ci.yml'],
    ['FLC4224', 'x.yml'],
  ]);
});

it('shows what could steer a terminal or break a table', async () => {
  const odd = [{ path: 'a.yml', text: 'jobs:\n  a: { runs-on: "\\e[31mx|y\\n" }\n' }];
  const found = await checkWorkflows(odd, fleet);
  const own = new Map(odd.map(({ path, text }) => [path, text]));
  for (const format of [formatWorkflowTable, formatWorkflowMarkdown]) {
    expect(format(found, own)).toContain('\u241b[31mx');
    expect(format(found, own)).not.toContain('\u001b');
  }
  expect(formatWorkflowMarkdown(found, own)).toContain('x\\|y\u240a');
});

it('says whose runners were considered', async () => {
  const own = await checkWorkflows(sources, fleet, { repository: 'acme/web' });
  expect(formatWorkflowTable(own, texts)).toMatch(
    /\nRunners that acme\/web can use are considered\.\n$/,
  );
});
