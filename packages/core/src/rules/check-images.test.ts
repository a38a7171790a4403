import { exampleFleet } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { compile } from '../compile.ts';

const ecr = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** Code, message and the text that is pointed at, of everything that is found. */
async function find(blocks: string): Promise<string[]> {
  const text = exampleFleet(blocks);
  const { diagnostics } = await compile({ path: 'fleet.yaml', text });
  return diagnostics.map(({ code, message, primary }) => {
    const { start = 0, end = 0 } = primary?.span ?? {};
    return `${code} ${message} @ ${text.slice(start, end)}`;
  });
}

const registry = (fields: string) => `registry: { ${fields} }`;

it('says which images a product cannot fetch, and points at it', async () => {
  expect(await find(registry('proxy: { gitlab: { group: acme } }'))).toEqual([
    'FLC4451 6 images are on quay.io, and the dependency proxy of GitLab cannot fetch from there @ gitlab',
  ]);
  expect(await find(registry('direct: [quay.io], proxy: { gitlab: { group: acme } }'))).toEqual([]);
  const images = 'images: { quay.io/brancz/kube-rbac-proxy: mirror.example.com/proxy }';
  const noCertificates = 'controller: { certManager: false }\n';
  expect(
    await find(noCertificates + registry(`proxy: { gitlab: { group: acme } }, ${images}`)),
  ).toEqual([]);
});

it('says which of the listed upstreams a product cannot fetch, even if nothing is pulled', async () => {
  const prefixes =
    'prefixes: { docker.io: hub, quay.io: quay, gcr.io: gcr, acme.azurecr.io: azure }';
  const proxy = `proxy: { ecr: { account: "123456789012", region: eu-central-1, ${prefixes} } }`;
  expect(await find(registry(proxy))).toEqual([
    'FLC4451 Amazon ECR cannot fetch images from gcr.io @ gcr.io',
  ]);
});

it('tells an upstream that a product cannot fetch from one that it was not given', async () => {
  const start = 'pools:\n  ci: { resources: { requests: { cpu: 1 } }, pod: { initContainers: ';
  const containers =
    '[{ name: a, image: "gcr.io/acme/a:1" }, { name: b, image: "acme.azurecr.io/b:1" }] } }\n';
  expect(await find(start + containers + registry(`proxy: { ecr: ${ecr} }`))).toEqual([
    'FLC4421 the image "acme.azurecr.io/b:1" is pulled from acme.azurecr.io, past the proxy @ proxy',
    'FLC4451 "gcr.io/acme/a:1" is on gcr.io, and Amazon ECR cannot fetch from there @ ecr',
  ]);
});

const zot = (rest: string) => registry(`proxy: { zot: ${rest} }`);

it('knows what zot does to digests, and that others are not zot', async () => {
  const pinned = `controller: { images: { dind: "docker:28-dind@${digest}" } }\n`;
  expect(await find(pinned + zot('zot.example.com'))).toEqual([
    `FLC4452 "docker.io/library/docker:28-dind@${digest}" is pinned to a digest, and zot may give what it fetches another one @ zot`,
  ]);
  expect(await find(zot('zot.example.com'))).toEqual([]);
  const other = 'zot.example.com, others: { docker.io: mirror.example.com }';
  expect(await find(pinned + zot(other))).toEqual([]);
});

it('says of an image whose name is too long behind the proxy how long it would be', async () => {
  const path = `acme/${'long-name/'.repeat(23)}x`;
  const long = `pools:\n  ci: { resources: { requests: { cpu: 1 } }, image: { reference: "quay.io/${path}:1", ubuntu: "24.04" } }\n`;
  const harbor = 'proxy: { harbor: harbor.example.com }';
  const found = `FLC4461 behind the proxy the name of "quay.io/${path}:1" has 263 characters, and 255 are allowed @ ci`;
  expect(await find(long + registry(harbor))).toEqual([found]);
  expect(await find(long + registry(`direct: [quay.io], ${harbor}`))).toEqual([]);
  expect(
    await find(
      long + registry('proxy: { prefixes: { docker.io: m.example.com, quay.io: m.example.com } }'),
    ),
  ).toEqual([]);
});

it('takes a proxy for a login, and Docker Hub under its other names for Docker Hub', async () => {
  const image = 'controller: { images: { dind: "registry-1.docker.io/library/docker:28-dind" } }\n';
  const hub = 'FLC4460 registry-1.docker.io is Docker Hub, whose name in images is docker.io @ ';
  const found = `${hub}"registry-1.docker.io/library/docker:28-dind"`;
  expect(await find(image + registry('proxy: { harbor: h.example.com }'))).toEqual([found]);
  expect(await find(image + registry('direct: [docker.io]'))).toEqual([found]);
  expect(await find(image + registry('direct: [registry-1.docker.io]'))).toEqual([found]);
});

const login = (server: string) =>
  `credentials:\n  github: { pat: { secret: { from: { existing: true } } } }\n  pull: { registry: { server: "${server}", secret: { from: { existing: true } } } }\n`;

it.each([
  ['h.example.com', []],
  ['h.example.com:443', ['FLC4457']],
  ['H.example.com', ['FLC4457']],
  ['other.example.com', ['FLC4458']],
  ['docker.io', ['FLC4458']],
])('judges a pull secret for %s', async (server, expected) => {
  const found = await find(
    login(server) + registry('pullSecrets: [pull], proxy: { harbor: h.example.com }'),
  );
  expect(found.map((text) => text.slice(0, 7))).toEqual(expected);
});

it.each(['index.docker.io', 'docker.io', 'registry-1.docker.io'])(
  'takes a pull secret for %s for one of Docker Hub',
  async (server) => {
    expect(await find(login(server) + registry('pullSecrets: [pull]'))).toEqual([]);
  },
);

const pool = (docker: string) =>
  `\npools:\n  ci: { resources: { requests: { cpu: 1 } }, ${docker} }\n`;

it('does not judge a pull secret that jobs may pull with', async () => {
  const fields = 'pullSecrets: [pull], proxy: { harbor: h.example.com }';
  const blocks = login('other.example.com') + registry(fields);
  const volume = 'workVolume: { size: 1Gi, storageClass: fast }';
  const judged = async (docker: string) =>
    (await find(blocks + pool(docker))).filter((text) => text.startsWith('FLC4458')).length;
  expect(await judged(`docker: kubernetes, ${volume}`)).toBe(0);
  expect(await judged('docker: { sidecar: { login: pull } }')).toBe(0);
  expect(await judged('docker: none')).toBe(1);
});
