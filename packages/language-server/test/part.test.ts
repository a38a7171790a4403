import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { type Client, startClient } from './support/client.ts';
import { largeFleet } from './support/large-fleet.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient({ delay: 5 });
});
afterAll(() => client.stop());

const fleet = largeFleet(100);
const uri = 'file:///part/fleet.yaml';

/** What is said of a change at first, and once nobody types any more. */
async function publications(text: string, count: number): Promise<readonly Diagnostic[][]> {
  const version = client.change(uri, text);
  const said = () => client.published.filter((one) => one.version === version);
  await vi.waitFor(() => expect(said()).toHaveLength(count), { timeout: 20_000, interval: 5 });
  return said().map(({ diagnostics }) => diagnostics);
}

const pool = `  pool-51:
    scope: org-1
    labels: [team-51, linux]
    autoscale: { min: 1, max: 8, on: { busy: {} } }
    env: { TEAM: team-51 }
`;

beforeAll(async () => {
  client.open(uri, fleet);
  await client.diagnose(uri);
});

it('tries a pool that is there', () => {
  expect(fleet).toContain(pool);
});

it.each([
  ['a scope that is none', 'scope: org-1', 'scope: org-x'],
  ['a key that is none', 'env:', 'enf:'],
  ['a value of the wrong type', 'max: 8', 'max: many'],
  ['a minimum above the maximum', 'min: 1', 'min: 9'],
  [
    'an image without a version',
    'env:',
    'image: { reference: ghcr.io/acme/x, ubuntu: "22.04" }\n    env:',
  ],
  ['a secret', 'TEAM: team-51', `TEAM: ghp_${'A1b2C3d4E5f6G7h8I9'.repeat(2)}`],
  [
    'a finding that a comment silences',
    'env:',
    '# fleetc-ignore FLC4411: ours\n    image: { reference: ghcr.io/acme/x, ubuntu: "22.04" }\n    env:',
  ],
  [
    'a text of several lines at the end',
    'TEAM: team-51 }',
    'TEAM: x }\n    workDir: |-\n      relative\n\n',
  ],
  ['an empty line and a comment', 'env:', '\n# Here.\n    env:'],
  ['less than there was', pool.slice(pool.indexOf('    autoscale')), ''],
])('tells at first of %s what the whole check tells', async (_what, from, to) => {
  const [first, whole] = await publications(fleet.replace(pool, pool.replace(from, to)), 2);
  expect(first).toEqual(whole);
});

it.each([
  ['is no YAML', fleet.replace(pool, pool.replace('{ TEAM', '{ [TEAM'))],
  ['changes in two pools', fleet.replaceAll('scope: org-1\n', 'scope: org-2\n')],
  ['changes outside of the pools', fleet.replace('name: acme', 'name: acme-2')],
  ['has another pool', fleet.replace(pool, pool + pool.replace('pool-51', 'pool-51-b'))],
  ['lacks a pool', fleet.replace(pool, '')],
  ['renames a pool', fleet.replace(pool, pool.replace('pool-51', 'pool-51-b'))],
])('checks a text as a whole that %s', async (_what, text) => {
  const [first] = await publications(text, 1);
  const fresh = await startClient();
  fresh.open(uri, text);
  expect(first).toEqual(await fresh.diagnose(uri));
  await fresh.stop();
  await publications(fleet, 1);
});

it('tells in the end what pools cause together', async () => {
  const labels = pool.replace('team-51', 'team-52').replace('pool-51', 'pool-51');
  const [, whole] = await publications(fleet.replace(pool, labels), 2);
  const fresh = await startClient();
  fresh.open(uri, fleet.replace(pool, labels));
  const expected = await fresh.diagnose(uri);
  await fresh.stop();
  expect(whole).toEqual(expected);
});
