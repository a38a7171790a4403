import { expect, it } from 'vitest';
import { findInExample } from '../../testing/find-in-example.ts';
import { imagesChecks } from './images-checks.ts';
import { officialVariant } from './official-runner.ts';

async function codes(blocks: string): Promise<string[]> {
  return (await findInExample(imagesChecks, blocks)).map(({ code }) => code);
}

const mirrored = 'ghcr.io/actions-runner-controller/actions-runner-controller';

it.each([
  ['summerwind/actions-runner:v2.335.1-ubuntu-22.04', 'plain'],
  ['summerwind/actions-runner-dind', 'inRunner'],
  ['harbor.example.com/hub/summerwind/actions-runner-dind-rootless:x', 'rootless'],
  [`${mirrored}/actions-runner:ubuntu-22.04`, 'plain'],
  [`${mirrored}/actions-runner-dind:ubuntu-22.04`, 'inRunner'],
  ['summerwind/actions-runner-controller:v0.27.6', undefined],
  ['ghcr.io/actions/actions-runner:2.335.1', undefined],
  ['acme/actions-runner:1', undefined],
])('takes %s for the official variant %s', (reference, variant) => {
  expect(officialVariant(reference)).toBe(variant);
});

const pool = (image: string, docker: string) =>
  `pools:\n  ci: { scope: web, docker: ${docker}, image: { reference: "${image}", ubuntu: "22.04" } }\n`;

it.each<[string, string, string[]]>([
  ['acme/runner:1', 'sidecar', []],
  ['acme/runner:1', 'rootless', ['FLC4415']],
  ['acme/runner:1-dind', 'inRunner', []],
  ['acme/runner-dind:1', 'sidecar', ['FLC4415']],
  ['acme/runner-dind:1', 'none', ['FLC4415']],
  [`${mirrored}/actions-runner-dind:v2.335.1-ubuntu-22.04`, 'sidecar', ['FLC4413']],
  ['ghcr.io/actions/actions-runner:2.335.1', 'inRunner', ['FLC4412']],
])('judges %s in mode %s', async (image, docker, expected) => {
  expect(await codes(pool(image, docker))).toEqual(expected);
});

it.each<[string, string[]]>([
  ['docker:28.0.4-dind', []],
  ['docker:28.0.4', []],
  ['docker:28.0.4-cli', ['FLC4419']],
  ['mirror.example.com/library/docker:28-cli', ['FLC4419']],
  ['acme/docker:28-cli', []],
])('judges the sidecar %s', async (image, expected) => {
  expect(await codes(`controller: { images: { dind: "${image}" } }`)).toEqual(expected);
});

it.each<[string, string[]]>([
  ['https://hub.example.com', []],
  ['https://hub.example.com/', []],
  ['http://hub.example.com:5000', []],
  ['https://hub.example.com/cache', ['FLC4417']],
  ['https://quay.io', ['FLC4416']],
  ['https://QUAY.io:443', ['FLC4416']],
  ['https://quay.io.example.com', []],
])('judges the mirror %s', async (mirror, expected) => {
  expect(await codes(`registry: { mirror: "${mirror}" }`)).toEqual(expected);
  const pools = `pools:\n  ci: { scope: web, docker: { inRunner: { registryMirror: "${mirror}" } } }\n`;
  expect(await codes(pools)).toEqual(expected);
});
