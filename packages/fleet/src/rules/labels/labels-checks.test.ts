import { expect, it } from 'vitest';
import { findInExample } from '../../testing/find-in-example.ts';
import { labelsChecks } from './labels-checks.ts';

const server = 'controller: { webhookServer: { secret: { from: { existing: true } } } }\n';
const webhook = 'autoscale: { min: 0, max: 4, on: webhook }';
const queued = 'autoscale: { min: 0, max: 4, on: { queued: {} } }';

async function found(blocks: string, code: string): Promise<[string, string][]> {
  const all = await findInExample(labelsChecks, blocks);
  return all.filter((one) => one.code === code).map(({ message, at }) => [at, message]);
}

it.each<[string, string, string | undefined]>([
  ['no system and no processor', `labels: [build], ${webhook}`, '"linux", "x64" or "arm64"'],
  ['no processor', `labels: [build, linux], ${queued}`, '"x64" or "arm64"'],
  ['a processor and no system', `labels: [build, ARM64], ${webhook}`, '"linux"'],
  [
    'not the processor of its nodes',
    `labels: [build, Linux], ${webhook}, node: { selector: { kubernetes.io/arch: arm64 } }`,
    '"arm64"',
  ],
  [
    'another system',
    `labels: [build, x64], ${webhook}, node: { selector: { kubernetes.io/os: windows } }`,
    '"windows"',
  ],
  ['system and processor', `labels: [build, linux, x64], ${webhook}`, undefined],
  [
    'nothing, with a share of busy runners',
    'labels: [build], autoscale: { min: 1, max: 4, on: { busy: {}, queued: {} } }',
    undefined,
  ],
  ['nothing, in a fixed number', 'labels: [build]', undefined],
])('says which implied labels are missing of a pool that lists %s', async (_, pool, missing) => {
  const messages = await found(`${server}pools:\n  ci: { scope: web, ${pool} }`, 'FLC4209');
  const message = `a job that also asks for ${missing} does not make this pool grow`;
  expect(messages.map(([, text]) => text)).toEqual(missing === undefined ? [] : [message]);
});

it.each<[string, boolean]>([
  ['ubuntu-latest', true],
  ['Ubuntu-24.04-arm', true],
  ['macos-26-xlarge', true],
  ['windows-2025', true],
  ['ubuntu-20.04', false],
  ['ubuntu-24.04-acme', false],
  ['my-ubuntu-latest', false],
])('knows whether %s is a label of GitHub: %s', async (label, isHosted) => {
  const pools = `pools:\n  ci: { scope: web, labels: [${label}] }`;
  expect(await found(pools, 'FLC4208')).toHaveLength(isHosted ? 1 : 0);
});

it('lets a server of its own have any labels', async () => {
  const pools =
    'github: { url: "https://github.acme.example" }\npools:\n  ci: { scope: web, labels: [ubuntu-latest] }';
  expect(await found(pools, 'FLC4208')).toEqual([]);
});

it('reports capitals where jobs are counted, and nowhere else', async () => {
  const pools = `pools:\n  a: { scope: web, labels: [Build, x64], ${queued} }\n  b: { scope: web, labels: [Test], ${webhook} }`;
  expect(await found(`${server}${pools}`, 'FLC4210')).toEqual([
    ['Build', 'jobs that write "Build" in other letters are not counted'],
  ]);
});

it('reports what a patch or pod decides about jobs, by kind', async () => {
  const pools = `pools:
  a: { scope: web, pod: { group: x, hostAliases: [] } }
  b: { scope: web, kind: set, pod: { group: x }, patch: { runner: { organization: acme, template: { spec: { labels: [x] } } } } }
`;
  expect(await found(pools, 'FLC4212')).toEqual([
    ['group', 'pool "a" patches "group", which its "runnerGroup" decides'],
    ['organization', 'pool "b" patches "organization", which its "scope" decides'],
  ]);
});

it('compares the spelling of names of one kind among scopes on webhooks', async () => {
  const blocks = `${server}scopes:
  a: { organization: acme }
  b: { repository: Acme/web }
  c: { repository: acme/Web }
  d: { repository: acme/web }
  e: { enterprise: ACME }
  f: { organization: ACME }
pools:
  on: { scopes: [a, b, c, d, e], labels: [ci, linux, x64], ${webhook} }
  off: { scope: f, replicas: 1 }
`;
  expect(await found(blocks, 'FLC4211')).toEqual([
    ['Acme/web', '"Acme" is written "acme" elsewhere'],
    ['acme/web', '"acme/web" is written "acme/Web" elsewhere'],
  ]);
});
