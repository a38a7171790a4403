import { expect, it } from 'vitest';
import { findInExample } from '../../testing/find-in-example.ts';
import { autoscalingChecks } from './autoscaling-checks.ts';

const server = 'controller: { webhookServer: { secret: { from: { existing: true } } } }\n';
const scopes = 'scopes:\n  web: { repository: acme/web }\n  acme: { organization: acme }\n';

async function found(pool: string): Promise<[string, string, ...string[]][]> {
  const blocks = `${server}${scopes}pools:\n  ci: { ${pool.startsWith('scope') ? '' : 'scope: web, '}${pool} }\n`;
  const all = await findInExample(autoscalingChecks, blocks);
  return all.map(({ code, at, related }) => [code, at, ...related]);
}

const scaled = (on: string, more = '') => `autoscale: { min: 1, max: 4, on: ${on}${more} }`;
const reservations =
  ', reservations: { a: { replicas: 4, until: "2026-12-24T18:00:00Z" }, b: { replicas: 5, until: "2026-12-24T18:00:00Z" } }';

it.each<[string, string, [string, string, ...string[]][]]>([
  [
    'webhooks with a queue',
    scaled('{ webhook: { duration: 1h }, queued: {} }'),
    [['FLC4313', 'webhook', 'queued']],
  ],
  [
    'webhooks with a busy share',
    scaled('{ webhook: { duration: 1h }, busy: {} }'),
    [['FLC4313', 'webhook', 'busy']],
  ],
  [
    'all three signals once',
    scaled('{ webhook: { duration: 1h }, busy: {}, queued: {} }'),
    [['FLC4313', 'webhook', 'queued']],
  ],
  ['a busy share with a queue', scaled('{ busy: {}, queued: {} }'), []],
  [
    'a reservation below ten minutes',
    scaled('{ webhook: { duration: 9m59s } }'),
    [['FLC4314', '9m59s']],
  ],
  ['a reservation of ten minutes', scaled('{ webhook: { duration: 10m } }'), []],
  [
    'a reservation as long as the time to finish',
    `terminationGracePeriod: 1h, ${scaled('{ webhook: { duration: 60m } }')}`,
    [],
  ],
  [
    'a reservation shorter than the time to finish',
    `terminationGracePeriod: 1h, ${scaled('{ webhook: { duration: 59m } }')}`,
    [['FLC4314', '59m', 'terminationGracePeriod']],
  ],
  ['reused runners on a busy share', `ephemeral: false, ${scaled('{ busy: {} }')}`, []],
  [
    'reused runners on webhooks',
    `ephemeral: false, ${scaled('webhook')}`,
    [['FLC4315', 'false', 'webhook']],
  ],
  [
    'a repository counted once more under its owner',
    `scope: acme, ${scaled('{ queued: { repositories: [web, api, acme/WEB] } }')}`,
    [['FLC4316', 'acme/WEB', 'web']],
  ],
  [
    'a list that a repository does not need',
    scaled('{ queued: { repositories: [web, acme/web] } }'),
    [],
  ],
  [
    'a reservation above the maximum',
    scaled('{ busy: {} }', reservations),
    [['FLC4317', '5', 'max']],
  ],
  ['a patch that takes its time away', 'patch: { runner: { effectiveTime: null } }', []],
  [
    "the controller's own time",
    'patch: { runner: { effectiveTime: "2026-12-24T18:00:00Z" } }',
    [['FLC4311', 'effectiveTime']],
  ],
  [
    'a patch for no autoscaler',
    'patch: { autoscaler: { minReplicas: 3 } }',
    [['FLC4312', 'autoscaler']],
  ],
  ['an empty patch for no autoscaler', 'patch: { autoscaler: {} }', []],
  [
    'a patched number beside an autoscaler',
    `${scaled('{ busy: {} }')}, patch: { runner: { replicas: 3 } }`,
    [['FLC4311', 'replicas']],
  ],
  ['a patched number without one', 'patch: { runner: { replicas: 3 } }', []],
  [
    'a patched target and credential',
    `${scaled('{ busy: {} }')}, patch: { autoscaler: { scaleTargetRef: { kind: RunnerSet }, githubAPICredentialsFrom: { secretRef: { name: x } } } }`,
    [
      ['FLC4318', 'scaleTargetRef'],
      ['FLC4318', 'githubAPICredentialsFrom'],
    ],
  ],
  [
    'reservations by patch',
    `${scaled('{ busy: {} }')}, patch: { autoscaler: { capacityReservations: [] } }`,
    [['FLC4319', 'capacityReservations']],
  ],
  [
    'reservations by patch beside webhooks',
    `${scaled('webhook')}, patch: { autoscaler: { capacityReservations: [] } }`,
    [['FLC4309', 'capacityReservations', 'webhook']],
  ],
  [
    'a second trigger by patch',
    `${scaled('webhook')}, patch: { autoscaler: { scaleUpTriggers: [{}, {}] } }`,
    [['FLC4319', 'scaleUpTriggers']],
  ],
])('judges %s', async (_, pool, expected) => {
  expect(await found(pool)).toEqual(expected);
});
