import { beforeAll, expect, it } from 'vitest';
import { richFleet } from '../testing/fleets.ts';
import { graphsOf } from '../testing/graphs-of.ts';
import type { FleetGraph } from './fleet-graph.ts';

let graph: FleetGraph;

beforeAll(async () => {
  [graph] = (await graphsOf(richFleet)) as [FleetGraph];
});

const runner = 'harbor.acme.test/hub/summerwind/actions-runner';

it('puts groups from credentials to logins, namespaces by name', () => {
  expect(graph.groups.map(({ id, label }) => [id, label])).toEqual([
    ['credentials', 'Credentials'],
    ['scopes', 'Scopes at github.com'],
    ['namespace:arc', 'Namespace arc'],
    ['namespace:quiet', 'Namespace quiet'],
    ['images', 'Images of the pools'],
    ['logins', 'Registry logins'],
  ]);
});

it('describes each kind of thing in its own words', () => {
  const shown = graph.nodes.map(({ id, group, label, details }) => [id, group, label, ...details]);
  expect(shown.filter(([id]) => !id!.startsWith('image:'))).toEqual([
    ['credential:app', 'credentials', 'app', 'GitHub App 12', 'Secret app-key'],
    [
      'credential:bot',
      'credentials',
      'bot',
      'personal access token',
      'Secret bot-token',
      "also the controller's",
    ],
    ['scope:inc', 'scopes', 'inc', 'enterprise acme-inc'],
    ['scope:org', 'scopes', 'org', 'organization acme', 'runner group platform'],
    ['scope:web', 'scopes', 'web', 'repository acme/web'],
    [
      'pool:build',
      'namespace:arc',
      'build',
      '1–8 runners per scope',
      'scaled by busy runners',
      'labels build, x64',
    ],
    [
      'pool:plain',
      'namespace:quiet',
      'plain',
      '2 runners',
      'labels plain',
      'runner group few',
      'no docker',
    ],
    [
      'pool:rootless',
      'namespace:quiet',
      'rootless',
      '1 runner',
      'labels rootless',
      'rootless docker',
    ],
    ['credential:pull', 'logins', 'pull', 'login at harbor.acme.test', 'Secret pull'],
    ['credential:spare', 'logins', 'spare', 'login at ghcr.io', 'Secret spare'],
  ]);
  expect(graph.nodes.find(({ id }) => id === 'pool:build')!.runners).toEqual({ min: 2, max: 16 });
});

it('names an image by its last part and tells where it comes from and through what', () => {
  const images = graph.nodes.filter(({ kind }) => kind === 'image');
  expect(images.map(({ name }) => name.replace(/:.*/, ''))).toEqual([
    'harbor.acme.test/hub/library/docker',
    `${runner}-dind-rootless`,
    runner,
  ]);
  const { label, details } = images[2]!;
  expect(label).toBe('actions-runner');
  expect(details.slice(1)).toEqual(['docker.io/summerwind', 'through harbor.acme.test']);
});

it('leads from the credential over scope, pool and image to the login of that registry alone', () => {
  const edges = graph.edges.map(({ from, to, meaning }) =>
    [from, meaning, to].map((word) => word.replace(/^(image:[^:]*):.*/, '$1')).join(' '),
  );
  expect(edges).toEqual([
    'credential:app authenticates scope:org',
    'credential:app authenticates scope:web',
    'credential:bot authenticates scope:inc',
    'scope:inc served-by pool:plain',
    'scope:org served-by pool:build',
    'scope:org served-by pool:rootless',
    'scope:web served-by pool:build',
    'pool:build needs image:harbor.acme.test/hub/library/docker',
    `pool:build runs image:${runner}`,
    `pool:plain runs image:${runner}`,
    `pool:rootless runs image:${runner}-dind-rootless`,
    'image:harbor.acme.test/hub/library/docker pulled-with credential:pull',
    `image:${runner}-dind-rootless pulled-with credential:pull`,
    `image:${runner} pulled-with credential:pull`,
  ]);
});

it('says what leads nowhere by a node without edges', () => {
  expect(graph.edges.filter(({ to }) => to === 'credential:spare')).toEqual([]);
});

it('has one edge where a pool runs the image that its sidecar needs, too', async () => {
  const same = richFleet.replace(
    '  plain:\n',
    "  same: { scope: inc, image: { reference: docker.io/acme/both:1, ubuntu: '22.04' }, docker: { sidecar: { image: docker.io/acme/both:1 } }, resources: *resources }\n  plain:\n",
  );
  const [{ edges }] = (await graphsOf(same)) as [FleetGraph];
  const own = edges.filter(({ from }) => from === 'pool:same');
  expect(own.map(({ meaning }) => meaning)).toEqual(['runs']);
});

it('shows one node for what patch writes as the proxy would', async () => {
  const patched = richFleet.replace(
    '  plain:\n',
    '  same: { scope: inc, docker: none, image: docker.io/acme/x:1, resources: *resources }\n  copy: { scope: inc, docker: none, image: harbor.acme.test/hub/acme/x:1, resources: *resources }\n  plain:\n',
  );
  const [{ nodes }] = (await graphsOf(patched)) as [FleetGraph];
  const copies = nodes.filter(({ name }) => name === 'harbor.acme.test/hub/acme/x:1');
  expect(copies.map(({ details }) => details)).toEqual([
    ['1', 'docker.io/acme', 'through harbor.acme.test'],
  ]);
});
