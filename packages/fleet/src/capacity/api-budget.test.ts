import { expect, it } from 'vitest';
import { apiTerms, formatApiTerm } from './api-arithmetic.ts';
import { apiBudgets } from './api-budget.ts';
import { resolveBlocks } from './testing/resolve-blocks.ts';

const scopes = `scopes:
  acme: { organization: acme }
  same: { organization: ACME }
  web: { repository: acme/web }
  api: { repository: acme/api }
`;
const busy = (max: number) => `autoscale: { min: 1, max: ${max}, on: { busy: {} } }`;
const queued = (max: number, repositories = '') =>
  `autoscale: { min: 0, max: ${max}, on: { queued: { ${repositories} } } }`;
const webhook = 'autoscale: { min: 0, max: 500, on: webhook }';
const many = Array.from({ length: 10 }, () => `{ scope: acme, ${busy(1)} }`);

async function budgetsOf(pools: readonly string[], blocks = '') {
  const lines = pools.map((pool, index) => `  p${index}: ${pool}\n`);
  return apiBudgets(await resolveBlocks(`${blocks}${scopes}pools:\n${lines.join('')}`));
}

const sync = (period: string) => `controller: { syncPeriod: ${period} }\n`;

// Each sum by hand: calls × polls an hour, and twice an hour a registration token for each target.
it.each([
  ['only tokens for a fixed number', '', ['{ scope: web, replicas: 5 }'], 2],
  ['only tokens for webhooks', '', [`{ scope: acme, ${webhook} }`], 2],
  ['one page for up to 100 runners', '', [`{ scope: acme, ${busy(100)} }`], 60 + 2],
  ['a second page from 101 runners', '', [`{ scope: acme, ${busy(101)} }`], 2 * 60 + 2],
  [
    'one listing for all pools of a target, with all of its runners',
    '',
    [
      `{ scope: acme, ${busy(150)} }`,
      `{ scope: acme, ${busy(60)} }`,
      '{ scope: same, replicas: 91 }',
    ],
    4 * 60 + 2,
  ],
  ['a listing for each repository', '', [`{ scopes: [web, api], ${busy(9)} }`], 2 * 60 + 2 * 2],
  ['nothing more often than once a minute', sync('10s'), [`{ scope: acme, ${busy(9)} }`], 60 + 2],
  ['a poll each sync period', sync('5m'), [`{ scope: acme, ${busy(9)} }`], 12 + 2],
  [
    'a poll of each autoscaler in a longer period',
    sync('5m'),
    [`{ scope: acme, ${busy(9)} }`, `{ scope: same, ${busy(9)} }`],
    2 * 12 + 2,
  ],
  ['no more than once a minute for many autoscalers', sync('5m'), many, 60 + 2],
  ['parts of a call rounded up', sync('11m'), [`{ scope: acme, ${busy(9)} }`], 6 + 2],
  [
    'two lists of runs and the jobs of each',
    '',
    [`{ scope: web, ${queued(10)} }`],
    (2 + 10) * 60 + 2,
  ],
  [
    'each repository of an organization once',
    '',
    [`{ scope: acme, ${queued(10, 'repositories: [web, acme/web, api]')} }`],
    (2 * 2 + 10) * 60 + 2,
  ],
  [
    'the lists of a repository once for all pools, at either kind of scope',
    '',
    [`{ scope: web, ${queued(5)} }`, `{ scope: acme, ${queued(7, 'repositories: [web]')} }`],
    (2 + 5 + 7) * 60 + 2 * 2,
  ],
  [
    'jobs as often as the busiest of their repositories is asked about',
    sync('5m'),
    [
      `{ scope: acme, ${queued(5, 'repositories: [web, api]')} }`,
      `{ scope: same, ${queued(3, 'repositories: [web]')} }`,
    ],
    2 * 24 + 2 * 12 + 5 * 24 + 3 * 24 + 2,
  ],
  [
    'no jobs beside the busy share',
    '',
    ['{ scope: web, autoscale: { min: 0, max: 90, on: { busy: {}, queued: {} } } }'],
    (1 + 2) * 60 + 2,
  ],
])('counts %s', async (_, blocks, pools, expected) => {
  const [budget, ...others] = await budgetsOf(pools, blocks);
  expect(others).toEqual([]);
  expect([budget!.callsPerHour, budget!.limit]).toEqual([expected, 5000]);
});

const credentials = `credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  app: { app: { id: 1, installationId: 2, secret: { from: { existing: true } } } }
controller: { credentials: github, watch: cluster }
scopes:
  web: { repository: acme/web, credentials: app }
  api: { repository: acme/api }
  again: { repository: acme/api }
`;

async function costs(pools: string): Promise<Record<string, number>> {
  const fleet = await resolveBlocks(`${credentials}pools:\n${pools}`);
  return Object.fromEntries(apiBudgets(fleet).map((b) => [b.credential.name, b.callsPerHour]));
}

it('charges each credential for its own scopes, in the order of names', async () => {
  const found = await costs(`  ci: { scopes: [web, api, again], ${busy(2)} }`);
  expect(Object.entries(found)).toEqual([
    ['app', 62],
    ['github', 62],
  ]);
});

it('shares no answers between namespaces, where each Secret has a client of its own', async () => {
  const apart = `  a: { scope: web, namespace: a, ${busy(2)} }\n  b: { scope: web, namespace: b, ${busy(2)} }`;
  expect(await costs(apart)).toEqual({ app: 2 * 62 });
  expect(await costs(apart.replaceAll('scope: web', 'scope: api'))).toEqual({ github: 62 });
});

it('knows no limit of a GitHub Enterprise Server', async () => {
  const [budget] = await budgetsOf(
    [`{ scope: web, ${queued(500)} }`],
    'github: { url: https://github.acme.example }\n',
  );
  expect(budget).not.toHaveProperty('limit');
  expect(budget!.callsPerHour).toBe(502 * 60 + 2);
});

it('says for what and for whom each call is', async () => {
  const [budget] = await budgetsOf([
    `{ scope: acme, ${queued(3, 'repositories: [Web]')} }`,
    `{ scope: same, ${busy(4)} }`,
  ]);
  expect(budget!.calls).toEqual([
    {
      purpose: 'runners',
      subject: 'organization ACME',
      pools: ['p1'],
      calls: 1,
      pollsPerHour: 60,
      callsPerHour: 60,
    },
    {
      purpose: 'runs',
      subject: 'repository acme/web',
      pools: ['p0'],
      calls: 2,
      pollsPerHour: 60,
      callsPerHour: 120,
    },
    {
      purpose: 'jobs',
      subject: 'pool "p0" at organization acme',
      pools: ['p0'],
      calls: 3,
      pollsPerHour: 60,
      callsPerHour: 180,
    },
    {
      purpose: 'tokens',
      subject: 'organization acme',
      pools: ['p0', 'p1'],
      calls: 1,
      pollsPerHour: 2,
      callsPerHour: 2,
    },
  ]);
});

it('adds up what is alike and puts the sum into words', async () => {
  const [budget] = await budgetsOf(
    [`{ scopes: [web, api], ${busy(4)} }`, `{ scope: web, ${queued(1)} }`],
    sync('7m'),
  );
  const terms = apiTerms(budget!);
  expect(terms.map(formatApiTerm)).toEqual([
    '2 pages of runners × 8.6',
    '2 lists of runs × 8.6',
    '1 list of jobs × 8.6',
    '2 registration tokens × 2',
  ]);
  const sum = terms.reduce((total, { callsPerHour }) => total + callsPerHour, 0);
  expect(sum).toBe(budget!.callsPerHour);
});
