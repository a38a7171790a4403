import { expect, it } from 'vitest';
import { findInExample } from '../../testing/find-in-example.ts';
import { controllerChecks } from './controller-checks.ts';
import { controllerOf, knownChart, versionOfTag } from './controller-version.ts';

async function found(blocks: string): Promise<string[][]> {
  const all = await findInExample(controllerChecks, blocks);
  return all.map(({ code, at, related }) => [code, at, ...related]);
}

it('knows the controller of the chart that it installs', () => {
  expect(controllerOf(knownChart.chart)).toBe(knownChart.controller);
});

it.each([
  ['v0.27.6', '0.27.6'],
  ['0.27.6', '0.27.6'],
  ['v0.27.6-b511953', '0.27.6'],
  ['canary', undefined],
  ['v0.27', undefined],
  [undefined, undefined],
])('reads the version of the tag %s as %s', (tag, version) => {
  expect(versionOfTag(tag)).toBe(version);
});

const image = (reference: string) => `images: { controller: "${reference}" }`;
const arc = 'summerwind/actions-runner-controller';

it.each<[string, string, string[][]]>([
  ['a build of the known release', image(`${arc}:v0.27.6-b511953`), []],
  ['a tag without a version', image(`${arc}:canary`), []],
  ['a digest', image(`${arc}@sha256:${'0'.repeat(64)}`), []],
  ['a broken release', image(`${arc}:v0.27.2`), [['FLC4801', `"${arc}:v0.27.2"`]]],
  ['an older release', image(`${arc}:v0.26.0`), [['FLC4803', `"${arc}:v0.26.0"`]]],
  ['an image of another name', image('ghcr.io/acme/arc:v0.26.0'), []],
  ['a build of the known chart', 'chart: { version: 0.23.7-acme.1 }', []],
  ['another chart', 'chart: { version: 0.22.0 }', [['FLC4802', '0.22.0']]],
  [
    'an old controller under an old chart, which are one mistake',
    `chart: { version: 0.22.0 }, ${image(`${arc}:v0.27.0`)}`,
    [['FLC4802', '0.22.0']],
  ],
  ['the first cert-manager with "crds"', 'certManager: { chart: { version: v1.15.0 } }', []],
  [
    'the last one before it',
    'certManager: { chart: { version: 1.14.7 } }',
    [['FLC4808', '1.14.7']],
  ],
  [
    'an old one that is not installed',
    'certManager: { install: false, chart: { version: 1.8.2 } }',
    [],
  ],
])('judges versions: %s', async (_, fields, expected) => {
  expect(await found(`controller: { ${fields} }`)).toEqual(expected);
});

it.each<[string, string[][]]>([
  ['https://github.com', []],
  ['https://github.com/', []],
  ['https://acme.ghe.com', []],
  ['http://ghes.example.com:8443', []],
  ['https://api.example.com', []],
  ['https://ghes.example.com/api/v3', [['FLC4806', 'https://ghes.example.com/api/v3']]],
  ['https://github.com/enterprises/acme', [['FLC4806', 'https://github.com/enterprises/acme']]],
  ['https://github.com/acme', [['FLC4806', 'https://github.com/acme']]],
  ['https://api.github.com', [['FLC4806', 'https://api.github.com']]],
  ['https://api.acme.ghe.com', [['FLC4806', 'https://api.acme.ghe.com']]],
])('judges the URL %s', async (url, expected) => {
  expect(await found(`github: { url: ${url} }`)).toEqual(expected);
});

const visible = (scope: string, pool = '') =>
  `controller: { webhookServer: { runnerGroupVisibility: true, secret: { from: { existing: true } } } }\nscopes:\n  web: { organization: acme${scope} }\npools:\n  ci: { scope: web${pool} }\n`;

it.each<[string, string, string[][]]>([
  ['no group anywhere', visible(''), [['FLC4805', 'runnerGroupVisibility']]],
  ['a group at a scope', visible(', runnerGroup: team'), []],
  ['a group at a pool', visible('', ', runnerGroup: team'), []],
  ['the default group at a pool', visible('', ', runnerGroup: default'), [['FLC4804', 'default']]],
  ['no visibility', 'scopes:\n  web: { organization: acme, runnerGroup: Default }\n', []],
])('judges the visibility of groups with %s', async (_, blocks, expected) => {
  expect(await found(blocks)).toEqual(expected);
});

const server = 'github: { url: https://github.acme.example }\n';
const ca = 'network: { ca: { configMap: { name: acme-ca } } }\n';
const asking = 'controller: { webhookServer: { runnerGroupVisibility: true } }\n';
const codesOf = async (blocks: string) => (await found(blocks)).map(([code]) => code);

it.each([
  ['a server that asks', server + ca + asking, true],
  ['a server that only listens', `${server}${ca}controller: { webhookServer: {} }\n`, false],
  ['a GitHub with a public certificate', ca + asking, false],
  ['no private CA', server + asking, false],
])('judges a private CA by what asks GitHub: %s', async (_, blocks, isFound) => {
  expect((await codesOf(blocks)).includes('FLC4809')).toBe(isFound);
});
