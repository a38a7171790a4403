import { expect, it } from 'vitest';
import { formatCapacityTable } from './format-table.ts';
import { everything, measureText } from './testing/measure-text.ts';

it('shows runners, claims and both budgets with their sums in 80 columns', async () => {
  const text = formatCapacityTable(await measureText(everything), false);
  expect(text).toBe(`Runners, and what they request at maximum (STORAGE is ephemeral-storage)

POOL   SCOPES   RUNNERS    CPU   MEMORY  STORAGE  CLAIMS
build       2  2 to 120     90    180Gi        -     120
cache       1         3   2.25    4.5Gi        -       3
jobs        1    0 to 8      6     12Gi        -       -
total          5 to 131  98.25  196.5Gi        -     123
also nvidia.com/gpu: 131

Claims at maximum: 123, 2.5Ti
  2.35Ti  build: 20Gi × 120 for volume work, gone with the pod
   150Gi  cache: 50Gi × 3 for volume cache of class fast, kept

GitHub API calls an hour, and what each credential has at least

github (pat): 662 of 5000, 14 %
   60  1 page of runners × 60
  120  2 lists of runs × 60
  480  8 lists of jobs × 60
    2  1 registration token × 2

web-app (app): 62 of 5000, 2 %
  60  1 page of runners × 60
   2  1 registration token × 2

Docker Hub pulls when every runner starts once, and the limits in 6 hours

142, without a login
  120  build: 1 image × 120
    6  cache: 2 images × 3
   16  jobs: 2 images × 8

without a login     100 an address, 142 %
personal account    200 an account, 71 %
paid account        no limit

How this is counted
- Requests: runner and docker sidecar; a limit counts where no request is given.
- Containers in "pod" and everything in "patch" are left out.
- GitHub: asked once a sync period, for the same thing once a minute at most.
- GitHub: an unchanged answer is free; removing a runner costs one call more.
- GitHub: each runner serves a run of its own; runs served elsewhere add to it.
- Docker Hub: each runner starts on a new node; all nodes share one address.
- Docker Hub: nodes keep images, so later jobs there pull none of these again.
- Docker Hub: images that jobs pull themselves are not counted.
`);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

it('leaves out what a fleet does not have', async () => {
  const blocks =
    'github: { url: https://github.acme.example }\nregistry: { proxy: { harbor: harbor.acme.example } }\n';
  expect(formatCapacityTable(await measureText(blocks), false)).toBe(
    `Runners, and what they request at maximum (STORAGE is ephemeral-storage)

POOL   SCOPES  RUNNERS   CPU  MEMORY  STORAGE  CLAIMS
ci          1        1  500m     1Gi        -       -
total                1  500m     1Gi        -       -

GitHub API calls an hour, and what each credential has at least

github (pat): 2; the server sets no limit by default
  2  1 registration token × 2

Docker Hub pulls when every runner starts once, and the limits in 6 hours

0: no runner image comes from there

How this is counted
- Requests: runner and docker sidecar; a limit counts where no request is given.
`,
  );
});

it('tells environments apart and says that they share credentials', async () => {
  const environments = 'environments:\n  staging: {}\n  production: {}\n';
  const text = formatCapacityTable(await measureText(environments), true);
  expect(text.match(/^Environment .*$/gm)).toEqual([
    'Environment production',
    'Environment staging',
  ]);
  expect(text).toContain(
    '\n- Environments are counted apart; a credential that they share pays for all.\n',
  );
});

const oneApp = `credentials:
  github: { app: { id: 1, installationId: 2, secret: { from: { existing: true } } } }
environments:
  staging: {}
  production: {}
`;

it('adds up what environments take from the limit of one App', async () => {
  const text = formatCapacityTable(await measureText(oneApp), true);
  expect(text.slice(text.indexOf('Environments together'))).toBe(`Environments together

GitHub API calls an hour against limits that several share

App 1, installation 2: 4 of 5000, less than 1 %
  2  production: github
  2  staging: github

How this is counted
- Requests: runner and docker sidecar; a limit counts where no request is given.
- Environments are counted apart, but for what "Environments together" adds up.
- Docker Hub: each runner starts on a new node; all nodes share one address.
- Docker Hub: nodes keep images, so later jobs there pull none of these again.
- Docker Hub: images that jobs pull themselves are not counted.
`);
});

it('says that tokens may differ by environment', async () => {
  const environments = 'environments:\n  staging: {}\n  production: {}\n';
  const text = formatCapacityTable(await measureText(environments), true);
  expect(text).not.toContain('Environments together');
  expect(text).toContain(
    '\n- GitHub: tokens may differ by environment, so that theirs are not added up.\n',
  );
});

it('adds up two names of one App in a fleet without environments', async () => {
  const app = '{ app: { id: 1, installationId: 2, secret: { from: { existing: true } } } }';
  const text = formatCapacityTable(
    await measureText(`credentials: { one: ${app}, two: ${app} }
controller: { credentials: one }
scopes: { web: { repository: acme/web }, api: { repository: acme/api, credentials: two } }
pools: { ci: { scopes: [web, api] } }
`),
    false,
  );
  expect(text).toContain(`
GitHub API calls an hour against limits that several share

App 1, installation 2: 4 of 5000, less than 1 %
  2  one
  2  two
`);
  expect(text).not.toContain('nvironments');
});

it('names the login that the cluster pulls with', async () => {
  const blocks = `credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  hub: { registry: { server: docker.io, username: acme, secret: { from: { existing: true } } } }
registry: { pullSecrets: [hub] }
`;
  expect(formatCapacityTable(await measureText(blocks), false)).toContain(
    '\n2, with the login "hub"\n  2  ci: 2 images × 1\n',
  );
});
