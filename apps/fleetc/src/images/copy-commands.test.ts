import type { ImageUse } from '@fleetc/core';
import { expect, it } from 'vitest';
import { type CopyRequest, formatCopyCommands } from './copy-commands.ts';
import { formatRenovateAliases } from './renovate-aliases.ts';

const digest = `sha256:${'a'.repeat(64)}`;

const use = (upstream: string, reference: string): ImageUse => ({
  upstream,
  reference,
  consumers: [],
  namespaces: [],
  pullSecrets: [],
  path: [],
});

const copy = (images: readonly ImageUse[], request: CopyRequest = { tool: 'crane' }) =>
  formatCopyCommands([{ environment: 'default', images }], request);

it.each<[string, ImageUse, string]>([
  [
    'a tag',
    use('docker.io/a/b:1', 'm.test/x/a/b:1'),
    'crane copy docker.io/a/b:1 m.test/x/a/b:1\n',
  ],
  [
    'a locked tag',
    use('docker.io/a/b:1', `m.test/x/a/b:1@${digest}`),
    `crane copy docker.io/a/b@${digest} m.test/x/a/b:1\n`,
  ],
  [
    'a tag and digest of the file',
    use(`docker.io/a/b:1@${digest}`, `m.test/x/a/b:1@${digest}`),
    `crane copy docker.io/a/b@${digest} m.test/x/a/b:1\n`,
  ],
  [
    'a digest alone',
    use(`docker.io/a/b@${digest}`, `m.test/x/a/b@${digest}`),
    `crane copy docker.io/a/b@${digest} m.test/x/a/b@${digest}\n`,
  ],
  [
    'no tag',
    use('docker.io/a/b:latest', 'm.test/x/a/b'),
    'crane copy docker.io/a/b:latest m.test/x/a/b:latest\n',
  ],
  [
    'what is not rewritten',
    use('docker.io/a/b:1', `a/b:1@${digest}`),
    '# docker.io/a/b:1 is pulled from where it is published\n',
  ],
  [
    'what is replaced',
    use('docker.io/a/b:1', 'm.test/own:7'),
    '# docker.io/a/b:1 is replaced by m.test/own:7, an image of its own\n',
  ],
  [
    'an address in brackets',
    use('docker.io/a/b:1', '[::1]:5000/a/b:1'),
    "crane copy docker.io/a/b:1 '[::1]:5000/a/b:1'\n",
  ],
])('copies %s', (_name, image, expected) => {
  expect(copy([image])).toBe(expected);
});

it('gives skopeo all platforms, and no tag beside a digest', () => {
  const images = [use('docker.io/a/b:1', `m.test/a/b:1@${digest}`)];
  expect(copy(images, { tool: 'skopeo' })).toBe(
    `skopeo copy --all --preserve-digests docker://docker.io/a/b@${digest} docker://m.test/a/b:1\n`,
  );
});

it('sorts, and names each copy once however many environments want it', () => {
  const first = use('quay.io/z:1', 'm.test/z:1');
  const second = use('docker.io/a/b:1', 'm.test/a/b:1');
  const environments = [
    { environment: 'x', images: [first, second] },
    { environment: 'y', images: [second] },
  ];
  expect(formatCopyCommands(environments, { tool: 'crane' })).toBe(
    'crane copy docker.io/a/b:1 m.test/a/b:1\ncrane copy quay.io/z:1 m.test/z:1\n',
  );
});

it('copies everything elsewhere on demand, unless two images would become one', () => {
  const to = 'r.test:5000/mirror';
  const images = [use('docker.io/a/b:1', 'a/b:1'), use('quay.io/c:2', 'm.test/own:7')];
  expect(copy(images, { tool: 'crane', to })).toBe(
    `crane copy docker.io/a/b:1 ${to}/a/b:1\ncrane copy quay.io/c:2 ${to}/c:2\n`,
  );
  const twins = [use('docker.io/a/b:1', 'x'), use('quay.io/a/b:1', 'y')];
  expect(() => copy(twins, { tool: 'crane', to })).toThrow(
    `"docker.io/a/b:1" and "quay.io/a/b:1" would both be copied to "${to}/a/b:1"`,
  );
});

it('tells Renovate which host is behind a prefix', () => {
  const images = [
    use('docker.io/library/docker:1', `h.test/hub/library/docker:1@${digest}`),
    use('quay.io/a/b:1', 'quay.m.test/a/b:1'),
    use('docker.io/c/d:1', 'c/d:1'),
    use('docker.io/e/f:1', 'm.test/own:7'),
  ];
  expect(JSON.parse(formatRenovateAliases([{ environment: 'default', images }]))).toEqual({
    registryAliases: { 'h.test/hub': 'docker.io', 'quay.m.test': 'quay.io' },
  });
});
