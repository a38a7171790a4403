import { expect, it } from 'vitest';
import { exampleFleet } from '../example.ts';
import { readFleet } from '../../resolve/read-fleet.ts';
import { resolveFleet } from '../../resolve/resolve-fleet.ts';
import { checkFleet } from '../fleet-rules.ts';

async function findings(blocks: string) {
  const text = exampleFleet(blocks);
  const { file } = await readFleet({ path: 'fleet.yaml', text });
  const { value, silences } = await resolveFleet(file!, 'default');
  const codes = ['FLC4901', 'FLC4902'];
  return checkFleet(value!, true, silences)
    .filter(({ code }) => codes.includes(code))
    .map(({ code, message, fix, primary, related }) => ({
      code,
      message,
      fix,
      at: text.slice(primary!.span.start, primary!.span.end),
      related: related.map((label) => [text.slice(label.span.start, label.span.end), label.text]),
    }));
}

const queued = (max: number) =>
  `autoscale: { min: 0, max: ${max}, on: { queued: { repositories: [web, api] } } }`;
const org = 'scopes:\n  acme: { organization: acme }\n';

it('reports a credential whose polling passes the limit, with the sum and the biggest pools', async () => {
  const pools = `pools:\n  big: { ${queued(70)} }\n  small: { ${queued(9)} }\n  tiny: { ${queued(1)} }\n  fixed: { replicas: 400 }\n`;
  expect(await findings(`${org}${pools}`)).toEqual([
    {
      code: 'FLC4901',
      message:
        'credential "github" may need 5042 GitHub API calls an hour of 5000: 4 lists of runs × 60 + 80 lists of jobs × 60 + 1 registration token × 2',
      fix: 'set "controller.syncPeriod" to "5m", scale on "webhook", count jobs in fewer repositories, or give scopes Apps of their own',
      at: 'github',
      related: [
        ['on', 'about 4281 of them'],
        ['on', 'about 621 of them'],
        ['on', 'about 141 of them'],
      ],
    },
  ]);
});

it.each([
  [79, []],
  [80, ['FLC4901']],
])('takes %s counted runners for %j', async (max, codes) => {
  const found = await findings(`${org}pools:\n  ci: { ${queued(max)} }\n`);
  expect(found.map(({ code }) => code)).toEqual(codes);
});

it.each([
  ['exactly the limit', 9, []],
  ['two calls more', 10, ['FLC4901']],
])('draws the line at %s', async (_, others, codes) => {
  // 60 × (2 + 81) for the counted repository, and two tokens an hour for each of the scopes.
  const names = Array.from({ length: others }, (_each, index) => `r${index}`);
  const scopes = names.map((name) => `  ${name}: { repository: acme/${name} }\n`).join('');
  const blocks = `scopes:\n  web: { repository: acme/web }\n${scopes}pools:
  ci: { scope: web, autoscale: { min: 0, max: 81, on: { queued: {} } } }
  rest: { scopes: [${names.join(', ')}] }
`;
  expect((await findings(blocks)).map(({ code }) => code)).toEqual(codes);
});

it('names no sync period when none that one would wait for is long enough', async () => {
  const [finding] = await findings(`${org}pools:\n  ci: { ${queued(900)} }\n`);
  expect(finding!.fix).toBe(
    'scale on "webhook", count jobs in fewer repositories, or give scopes Apps of their own',
  );
});

it('says nothing about the limits of a GitHub Enterprise Server', async () => {
  const github = 'github: { url: https://github.acme.example }\n';
  expect(await findings(`${github}${org}pools:\n  ci: { ${queued(500)} }\n`)).toEqual([]);
});

const direct = 'registry: { direct: [docker.io] }\n';

it('reports pulls that pass the limit of an address, with the sum and the biggest pools', async () => {
  const pools =
    'pools:\n  a: { replicas: 20 }\n  b: { replicas: 30 }\n  c: { replicas: 1, docker: none }\n';
  expect(await findings(`${direct}${pools}`)).toEqual([
    {
      code: 'FLC4902',
      message:
        'every runner starting once pulls 101 images from Docker Hub, of 100 in 6 hours without a login: 2 images × 50 + 1 image × 1',
      fix: 'set "registry.proxy", or "registry.pullSecrets" with a login at docker.io, or lower the maximums',
      at: '[docker.io]',
      related: [
        ['b', '60 of them'],
        ['a', '40 of them'],
        ['c', '1 of them'],
      ],
    },
  ]);
});

it.each([
  ['at the limit', direct, 50],
  ['where another finding says that Docker Hub is used', '', 500],
  [
    'behind a proxy',
    'registry: { direct: [docker.io], proxy: { harbor: harbor.acme.example } }\n',
    500,
  ],
  [
    'with a login',
    'registry: { direct: [docker.io], pullSecrets: [hub] }\ncredentials:\n  github: { pat: { secret: { from: { existing: true } } } }\n  hub: { registry: { server: docker.io, username: acme, secret: { from: { existing: true } } } }\n',
    500,
  ],
])('says nothing about Docker Hub %s', async (_, blocks, replicas) => {
  expect(await findings(`${blocks}pools:\n  ci: { replicas: ${replicas} }\n`)).toEqual([]);
});
