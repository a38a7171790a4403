import { expect, it } from 'vitest';
import { findInExample } from '../../testing/find-in-example.ts';
import { registryChecks } from './registry-checks.ts';

async function codes(blocks: string): Promise<string[]> {
  return (await findInExample(registryChecks, blocks)).map(({ code }) => code);
}

const dind = (image: string, proxy: string) =>
  `controller: { images: { dind: "${image}" } }\nregistry: { proxy: { ${proxy} } }`;
const ecr = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';

it.each<[string, string, string[]]>([
  ['harbor: h.example.com', 'h.example.com/docker.io/docker:1', ['FLC4453']],
  ['harbor: h.example.com', 'h.example.com/docker.io/library/docker:1', []],
  ['harbor: h.example.com', 'h.example.com/quay.io/docker:1', []],
  ['prefixes: { docker.io: m.example.com/hub }', 'm.example.com/hub/docker:1', ['FLC4453']],
  ['prefixes: { docker.io: m.example.com/hub }', 'm.example.com/hubs/docker:1', []],
  // These add it themselves, or keep images of their own in the same place.
  ['nexus: h.example.com', 'h.example.com/docker.io/docker:1', []],
  ['gitlab: { group: acme }', 'gitlab.com/acme/dependency_proxy/containers/docker:1', []],
  ['ghcr: acme', 'ghcr.io/acme/docker:1', []],
  [
    `ecr: { account: "123456789012", region: eu-central-1, prefixes: { docker.io: ROOT } }`,
    `${ecr}/docker:1`,
    [],
  ],
  [`ecr: ${ecr}`, `${ecr}/docker-hub/docker:1`, ['FLC4453']],
])('judges, behind %s, the image %s', async (proxy, image, expected) => {
  expect(await codes(dind(image, proxy))).toEqual(expected);
});

it.each<[string, string[]]>([
  ['index.docker.io/library/docker:1', ['FLC4460']],
  ['Index.Docker.io/library/docker:1', ['FLC4460']],
  ['registry.hub.docker.com/library/docker:1', ['FLC4460']],
  ['docker.io/docker:1', []],
  ['mirror.example.com/index.docker.io/docker:1', []],
])('judges the host of %s', async (image, expected) => {
  expect(await codes(`controller: { images: { dind: "${image}" } }`)).toEqual(expected);
});

const distribution =
  'proxy: { distribution: { docker.io: hub.example.com, quay.io: q.example.com } }';
const harbor =
  'proxy: { harbor: { host: h.example.com, projects: { docker.io: hub, quay.io: quay } } }';

it.each<[string, string, string[]]>([
  [distribution, 'https://q.example.com', ['FLC4454']],
  [distribution, 'http://q.example.com/', ['FLC4454']],
  [distribution, 'https://hub.example.com', []],
  [distribution, 'https://other.example.com', []],
  [harbor, 'https://h.example.com/v2/quay', ['FLC4454']],
  [harbor, 'https://h.example.com/v2/hub', []],
  ['proxy: { nexus: { host: n.example.com, ports: 5000 } }', 'https://n.example.com:5000', []],
])('judges, beside %s, the mirror %s', async (proxy, mirror, expected) => {
  expect(await codes(`registry: { mirror: "${mirror}", ${proxy} }`)).toEqual(expected);
});

const login = (server: string, rest: string) =>
  `credentials:\n  github: { pat: { secret: { from: { existing: true } } } }\n  pull: { registry: { server: "${server}", ${rest} } }\n`;
const existing = 'secret: { from: { existing: true } }';

const behind = (proxy: string) => `registry: { pullSecrets: [pull], proxy: { ${proxy} } }`;

it.each<[string, string[]]>([
  ['robot$ci', []],
  ['robot$acme+ci', []],
  ['robot$$ci', ['FLC4456']],
  ['robot\\$ci', ['FLC4456']],
  ['robot+ci', ['FLC4456']],
  ['robotci', ['FLC4456']],
  ['robot-ci', []],
  ['robot_ci', []],
  ['ci', []],
])('judges the robot %s', async (username, expected) => {
  const credentials = login('h.example.com', `username: '${username}', ${existing}`);
  expect(await codes(credentials + behind('harbor: h.example.com'))).toEqual(expected);
  expect(await codes(credentials + behind('quay: h.example.com'))).toEqual([]);
});

it.each<[string, string, string[]]>([
  [ecr, 'env: ECR', ['FLC4459']],
  [ecr, 'file: ecr.txt', ['FLC4459']],
  [ecr, 'existing: true', []],
  ['012345678901.dkr.ecr.cn-north-1.amazonaws.com.cn', 'env: ECR', ['FLC4459']],
  ['012345678901.dkr-ecr.eu-central-1.on.aws', 'env: ECR', ['FLC4459']],
  ['public.ecr.aws', 'env: ECR', []],
])('judges the login at %s from %s', async (server, from, expected) => {
  const credentials = login(server, `username: AWS, secret: { from: { ${from} } }`);
  expect(await codes(`${credentials}registry: { pullSecrets: [pull] }`)).toEqual(expected);
});

it.each<[string, string[]]>([
  ['host: acme.jfrog.io, ports: { docker.io: 5001 }', ['FLC4462']],
  ['host: acme.jfrog.io, ports: 5001', ['FLC4462']],
  ['host: "acme.jfrog.io:443", repositories: docker-virtual', []],
  ['host: acme.jfrog.io, subdomains: docker-virtual', []],
  ['host: artifactory.example.com, ports: { docker.io: 5001 }', []],
])('knows that no repository has a port in the cloud of JFrog: %s', async (fields, expected) => {
  expect(await codes(`registry: { proxy: { artifactory: { ${fields} } } }`)).toEqual(expected);
});
