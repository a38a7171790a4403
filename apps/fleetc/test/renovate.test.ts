import { compile, formatLock, lockNameOf } from '@fleetc/core';
import { readBeside } from '@fleetc/input';
import { imageReferenceProblem, parseImageReference } from '@fleetc/notation';
import { load } from 'js-yaml';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { extract, preset } from './support/renovate.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const examples = join(import.meta.dirname, '../../../examples');
const files = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const read = (name: string) => readFileSync(join(examples, name, 'fleet.yaml'), 'utf8');

it('finds the images of a fleet in block style, with and without quotes', () => {
  const text = `controller:
  images:
    controller: summerwind/actions-runner-controller:v0.27.6
    kubeRbacProxy: "quay.io/brancz/kube-rbac-proxy:v0.13.1"
    runner: 'docker.io/summerwind/actions-runner:v2.335.1-ubuntu-22.04'
    dind: docker:28.0.4-dind   # the sidecar
  chart:
    # pinned
    repository: https://charts.example.com
    version: 0.23.7
  certManager:
    chart:
      version: "v1.21.1"
registry:
  images:
    docker.io/library/docker: m.test:5000/dind:7
    quay.io/a/b: m.test/c/b:8@${digest}
pools:
  one:
    image: ghcr.io/acme/runner:1.2-ubuntu-22.04@${digest}
    env:
      ACTIONS_RUNNER_IMAGE: ghcr.io/acme/job:4
    docker:
      sidecar:
        image: docker.io/library/docker:29.1-dind
  two:
    image:
      reference: registry.test:5000/acme/runner:3
      ubuntu: "22.04"
    pod:
      containers:
        - image: acme/sidecar:1
          name: x
        - name: y
          image: acme/other:2
`;
  expect(extract('infra/fleet.yaml', text)).toEqual([
    'docker acme/other 2',
    'docker acme/sidecar 1',
    'docker docker 28.0.4-dind',
    'docker docker 29.1-dind',
    'docker ghcr.io/acme/job 4',
    `docker ghcr.io/acme/runner 1.2-ubuntu-22.04 ${digest}`,
    `docker m.test/c/b 8 ${digest}`,
    'docker m.test:5000/dind 7',
    'docker quay.io/brancz/kube-rbac-proxy v0.13.1',
    'docker registry.test:5000/acme/runner 3',
    'docker summerwind/actions-runner v2.335.1-ubuntu-22.04',
    'docker summerwind/actions-runner-controller v0.27.6',
    'helm actions-runner-controller 0.23.7',
    'helm cert-manager v1.21.1',
  ]);
});

it('finds the same in flow style, on one line or on several', () => {
  const text = `controller: { chart: { version: 0.23.7, values: { a: 1 } }, certManager: { chart: {
  repository: "oci://quay.io/jetstack/charts", version: 1.21.1 } },
  images: {controller: a/b:1,runner: "c/d:2",dind: docker:28,kubeRbacProxy: e.io/f/g:3} }
registry: { images: { "docker.io/library/docker": m.test/dind:7, quay.io/a: "m.test/a:8" } }
pools: { x: { image: r.test/x:1 }, y: {image: {reference: 'r.test/y:2@${digest}', ubuntu: "22.04"}},
  z: { docker: { sidecar: { image: docker:29 } } } }
`;
  expect(extract('ci.fleet.yaml', text)).toEqual([
    'docker a/b 1',
    'docker c/d 2',
    'docker docker 28',
    'docker docker 29',
    'docker e.io/f/g 3',
    'docker m.test/a 8',
    'docker m.test/dind 7',
    'docker r.test/x 1',
    `docker r.test/y 2 ${digest}`,
    'helm actions-runner-controller 0.23.7',
    'helm cert-manager 1.21.1',
  ]);
});

it.each([
  'image: registry.test:5000/untagged',
  'image: untagged',
  `image: acme/web@${digest}`,
  'image: { ubuntu: "22.04" }',
  'controller:\n  credentials: github',
  '# image: acme/commented:1',
  '  # runner: acme/commented:1',
  'myimage: acme/web:1',
  'my-image: acme/web:1',
  'version: 0.23.7',
  'github: { url: https://github.com:8443 }',
  'repository: https://charts.example.com:8443/x',
  'mirror: https://mirror.test:5000',
  'labels: { example.com/team: build }',
  'chart: { values: { version: 0.1.0 } }',
  'certManager: false\nmetadata: { labels: { version: v1.2.3 } }',
  'env: { URL: "http://x.test/a:1" }',
  'mountPath: /a/b:1',
  'images: { controller: acme/controller }',
])('finds nothing in %j', (text) => {
  expect(extract('fleet.yaml', `${text}\n`)).toEqual([]);
});

it.each(files)('finds every image and chart version in the example %s', (name) => {
  const text = read(name);
  expect(extract('fleet.yaml', text)).toEqual(expectedIn(load(text)).sort());
});

/** Looks through the value of a file for what the expressions look for in its text. */
function expectedIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return isTagged(key, value) ? [toLine(value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const version = key === 'chart' ? (value as { version?: unknown }).version : undefined;
  const chart =
    version === undefined
      ? []
      : [
          `helm ${String(version).startsWith('0') ? 'actions-runner-controller' : 'cert-manager'} ${version}`,
        ];
  return [...chart, ...entries.flatMap(([name, inner]) => expectedIn(inner, name))];
}

function isTagged(key: string, text: string): boolean {
  const isSlot = /^(image|reference|controller|kubeRbacProxy|runner|dind)$|\//.test(key);
  return isSlot && imageReferenceProblem(text) === undefined && /:[\w.-]+(@|$)/.test(text);
}

function toLine(text: string): string {
  const { registry, repository, tag, digest } = parseImageReference(text)!;
  const name =
    registry === 'docker.io' ? repository.replace(/^library\//, '') : `${registry}/${repository}`;
  return `docker ${name} ${tag}${digest === undefined ? '' : ` ${digest}`}`;
}

it.each(files)('finds every entry of a lock of the example %s', async (name) => {
  const readFile = readBeside(join(examples, name));
  const { environments } = await compile({ path: 'fleet.yaml', text: read(name) }, { readFile });
  const names = environments.flatMap(({ fleet, bundle }) =>
    (bundle?.images ?? []).flatMap((use) => lockNameOf(use, fleet.registry) ?? []),
  );
  const image = { digest, platforms: ['linux/amd64', 'linux/arm64/v8'] };
  const lock = formatLock(new Map(names.map((name) => [name, image])));
  const expected = [...new Set(names)].map((name) => `${toLine(name)} ${digest}`);
  expect(expected.length).toBeGreaterThan(0);
  expect(extract('fleet.lock.yaml', lock)).toEqual(expected.sort());
});

it('gives an image one name in the fleet and in the lock, so that one branch moves both', () => {
  const [inFleet] = extract('fleet.yaml', 'image: docker:28.0.4-dind\n');
  const [inLock] = extract(
    'fleet.lock.yaml',
    formatLock(new Map([['docker.io/library/docker:28.0.4-dind', { digest, platforms: [] }]])),
  );
  expect(inLock).toBe(`${inFleet} ${digest}`);
});

it('looks into files of fleets and their locks only', () => {
  const image = 'image: acme/web:1\n';
  for (const file of ['fleet.yaml', 'a/fleetc.yaml', 'a/ci.fleet.yaml']) {
    expect(extract(file, image)).toEqual(['docker acme/web 1']);
  }
  for (const file of [
    'values.yaml',
    'fleet.yml',
    'myfleet.yaml',
    'a/fleet.yaml/b',
    'fleet.yaml.bak',
  ]) {
    expect(extract(file, image)).toEqual([]);
  }
});

it('uses no construct that RE2 does not have', () => {
  const expressions = preset.customManagers.flatMap(({ matchStrings, managerFilePatterns }) => [
    ...matchStrings,
    ...managerFilePatterns.map((pattern) => pattern.slice(1, -1)),
  ]);
  for (const expression of expressions) {
    // What RE2 knows: plain and named groups; no look-around, no atomic groups, no way back to a group.
    expect(expression.replaceAll(/\(\?(?::|<[A-Za-z]\w*>)/g, '(')).not.toContain('(?');
    expect(expression).not.toMatch(/\\[1-9kKuUcGXRZ]/);
    expect(expression).not.toMatch(/[*+?}]\+/);
    for (const [, least, most] of expression.matchAll(/\{(\d+)(?:,(\d*))?\}/g)) {
      expect(Math.max(Number(least), Number(most ?? 0))).toBeLessThanOrEqual(1000);
    }
  }
});

it('says of every manager what Renovate has to know', () => {
  for (const manager of preset.customManagers) {
    expect(manager.customType).toBe('regex');
    expect(['docker', 'helm']).toContain(manager.datasourceTemplate);
    if (manager.datasourceTemplate === 'helm') {
      expect(manager.registryUrlTemplate).toMatch(/^https:\/\//);
    } else expect(manager.versioningTemplate).toBe('docker');
    for (const expression of manager.matchStrings) expect(expression).toContain('(?<currentValue>');
  }
});
