import { expect, it } from 'vitest';
import { listRunners } from './catalogue.ts';
import { formatActionlint } from './format-actionlint.ts';
import { formatCatalogueJson } from './format-catalogue-json.ts';
import { formatCatalogueMarkdown } from './format-catalogue-markdown.ts';
import { formatCatalogueTable } from './format-catalogue-table.ts';
import { fleetOf } from './testing/fleet.ts';

const fleet = await fleetOf(`scopes:
  acme: { organization: acme, runnerGroup: platform }
  web: { repository: acme/web }
pools:
  big:
    scope: acme
    labels: [build, X64, big]
    kind: set
    ephemeral: false
    replicas: 2
    docker: none
  build:
    scopes: [acme, web]
    labels: [build]
    autoscale: { min: 0, max: 40, on: { queued: { repositories: [web] } } }
    node: { selector: { kubernetes.io/arch: amd64 } }
  quiet: { scope: acme, runnerGroup: production, labels: [] }
`);
const catalogue = listRunners(fleet);

it('prints a page with a table for each scope', () => {
  expect(formatCatalogueMarkdown([catalogue], false)).toMatchInlineSnapshot(`
    "# Runners of acme

    A job runs on any runner that has all labels of its \`runs-on\`; letter case does not matter.

    ## organization acme

    Usable in the repositories of the organization that the runner group admits.

    | \`runs-on\`                                      | pool  | all labels                                | runner group | runners | a runner takes | docker  |
    | ---------------------------------------------- | ----- | ----------------------------------------- | ------------ | ------- | -------------- | ------- |
    | \`[self-hosted, build, X64, big]\`               | big   | \`self-hosted\` \`linux\` \`build\` \`X64\` \`big\` | platform     | 2       | many jobs      | none    |
    | \`[self-hosted, build]\`                         | build | \`self-hosted\` \`linux\` \`x64\` \`build\`       | platform     | 0-40    | one job        | sidecar |
    | \`{ group: production, labels: [self-hosted] }\` | quiet | \`self-hosted\` \`linux\`                     | production   | 1       | one job        | sidecar |

    No labels reach pool build alone: pool big can take the same jobs.

    ## repository acme/web

    Usable in this repository.

    | \`runs-on\`              | pool  | all labels                          | runners | a runner takes | docker  |
    | ---------------------- | ----- | ----------------------------------- | ------- | -------------- | ------- |
    | \`[self-hosted, build]\` | build | \`self-hosted\` \`linux\` \`x64\` \`build\` | 0-40    | one job        | sidecar |

    No labels reach pool build alone: pool big can take the same jobs.
    "
  `);
});

it('prints a table for a terminal', () => {
  expect(formatCatalogueTable([catalogue], false)).toMatchInlineSnapshot(`
    "SCOPE  RUNS-ON                                       LABELS                           GROUP       POOL   RUNNERS  DOCKER
    acme   [self-hosted, build, X64, big]                self-hosted linux build X64 big  platform    big    2        none
    acme   [self-hosted, build]                          self-hosted linux x64 build      platform    build  0-40     sidecar
    acme   { group: production, labels: [self-hosted] }  self-hosted linux                production  quiet  1        sidecar
    web    [self-hosted, build]                          self-hosted linux x64 build      -           build  0-40     sidecar
    "
  `);
});

it('names the environment where there are several', () => {
  const table = formatCatalogueTable([catalogue, { ...catalogue, environment: 'staging' }], true);
  const [heading, ...rows] = table.trimEnd().split('\n');
  expect(heading).toMatch(/^ENVIRONMENT +SCOPE /);
  expect(rows.map((row) => row.split(' ')[0])).toEqual([
    ...Array(4).fill('default'),
    ...Array(4).fill('staging'),
  ]);
  expect(formatCatalogueMarkdown([catalogue], true)).toContain('# Runners of acme, default\n');
});

it('gives scripts everything', () => {
  const { version, fleet: name, environments } = JSON.parse(formatCatalogueJson([catalogue]));
  expect([version, name, environments.length, environments[0].name]).toEqual([
    1,
    'acme',
    1,
    'default',
  ]);
  expect(environments[0].runners[1]).toEqual({
    pool: 'build',
    scope: { name: 'acme', level: 'organization', organization: 'acme' },
    runnerGroup: 'platform',
    labels: ['build'],
    impliedLabels: ['self-hosted', 'linux', 'x64'],
    runsOn: { group: null, labels: ['self-hosted', 'build'] },
    sharedWith: ['big'],
    minRunners: 0,
    maxRunners: 40,
    ephemeral: true,
    docker: 'sidecar',
  });
  const web = environments[0].runners.find(
    ({ scope }: { scope: { name: string } }) => scope.name === 'web',
  );
  expect([web.pool, web.runnerGroup]).toEqual(['build', null]);
});

it('prints labels for actionlint sorted, each once, without those that it knows', () => {
  expect(formatActionlint([catalogue, catalogue])).toBe(
    'self-hosted-runner:\n  labels:\n    - big\n    - build\n',
  );
});

it('writes odd labels so that readers of YAML and Markdown give them back', async () => {
  const odd = await fleetOf(
    'scopes:\n  web: { repository: acme/web }\npools:\n  ci: { labels: ["*", "a|b", "c`d", "1e3", "yes", "Big", "big", "[x]"] }\n',
  );
  const listed = listRunners(odd);
  expect(formatActionlint([listed])).toBe(
    [
      'self-hosted-runner:',
      '  labels:',
      '    - "1e3"',
      '    - Big',
      String.raw`    - "\\*"`,
      String.raw`    - "\\[x]"`,
      '    - "a|b"',
      '    - "c`d"',
      '    - "yes"',
      '',
    ].join('\n'),
  );
  const page = formatCatalogueMarkdown([listed], false);
  expect(page).toContain('`` [self-hosted, "*", "a\\|b", "c`d", "1e3", "yes", Big, big, "[x]"] ``');
  expect(page).toContain('`*` `a\\|b` `` c`d `` `1e3`');
});

it('lists what one repository can use', () => {
  const own = listRunners(fleet, 'ACME/web').entries;
  expect(own.map(({ pool, scope }) => `${pool} ${scope.name}`)).toEqual([
    'big acme',
    'build acme',
    'quiet acme',
    'build web',
  ]);
  expect(listRunners(fleet, 'acme/api').entries).toHaveLength(3);
  expect(listRunners(fleet, 'other/web').entries).toEqual([]);
  expect(formatCatalogueMarkdown([listRunners(fleet, 'other/web')], false)).toBe(
    '# Runners of acme\n\nThere are no runners.\n',
  );
});
