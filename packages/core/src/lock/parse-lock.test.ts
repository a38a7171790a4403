import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatLock } from './format-lock.ts';
import type { LockedImage } from './locked-images.ts';
import { parseLock } from './parse-lock.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const path = 'fleet.lock.yaml';
const entry = `{ digest: "${digest}", platforms: [linux/amd64] }`;
const lock = (images: string) => `version: 1\nimages:\n  ${images}\n`;

it('reads what it writes', async () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
  const name = fc
    .tuple(word, word, fc.stringMatching(/^\w[\w.-]{0,12}$/))
    .map(([host, repository, tag]) => `${host}.test/${repository}:${tag}`);
  const image = fc.record({
    digest: fc.stringMatching(/^[0-9a-f]{64}$/).map((hex) => `sha256:${hex}`),
    platforms: fc.array(word.map((os) => `${os}/amd64`)),
  });
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, image), async (images) => {
      const entries = Object.entries(images) as [string, LockedImage][];
      const text = formatLock(new Map(entries));
      expect(formatLock(new Map(entries.toReversed()))).toBe(text);
      const { value, diagnostics } = await parseLock({ path, text });
      expect(diagnostics).toEqual([]);
      expect(value).toEqual(new Map(entries));
    }),
  );
});

it('writes one form, with the names in order', () => {
  const image = { digest, platforms: ['linux/amd64', 'linux/arm64/v8'] };
  const text = formatLock(
    new Map([
      ['quay.io/a/b:1', { digest, platforms: [] }],
      ['docker.io/library/docker:28.0.4-dind', image],
    ]),
  );
  expect(text.split('\n').filter((line) => !line.startsWith('#'))).toEqual([
    'version: 1',
    'images:',
    '  docker.io/library/docker:28.0.4-dind:',
    `    digest: ${digest}`,
    '    platforms:',
    '      - linux/amd64',
    '      - linux/arm64/v8',
    '  quay.io/a/b:1:',
    `    digest: ${digest}`,
    '    platforms: []',
    '',
  ]);
  expect(formatLock(new Map())).toMatch(/\nversion: 1\nimages: {}\n$/);
});

it.each<[string, string, string]>([
  ['', 'it is empty', ''],
  ['# nothing\n', 'it is empty', ''],
  ['[1]', 'it is no map', '[1]'],
  ['images: {}', 'it names no version', ''],
  ['version: 2\nimages: {}', 'version 2 is not known; this fleetc reads version 1', '2'],
  ['version: "1"', 'version "1" is not known; this fleetc reads version 1', '"1"'],
  ['version: 1', '"images" is no map', ''],
  ['version: 1\nimages: []', '"images" is no map', 'images'],
  [
    'version: 1\nimages: {}\ncharts: {}',
    '"charts" is no key here; known are version and images',
    'charts',
  ],
  [
    lock(`docker:dind: ${entry}`),
    '"docker:dind" is no full reference with a tag, such as "docker.io/library/docker:dind"',
    'docker:dind',
  ],
  [
    lock(`quay.io/a/b: ${entry}`),
    '"quay.io/a/b" is no full reference with a tag, such as "docker.io/library/docker:dind"',
    'quay.io/a/b',
  ],
  [lock('quay.io/a/b:1: x'), 'an image has a digest and platforms', 'quay.io/a/b:1'],
  [
    lock(`quay.io/a/b:1: { digest: "sha256:12", platforms: [] }`),
    '"sha256:12" is no digest of the form sha256: and 64 digits',
    '"sha256:12"',
  ],
  [lock('quay.io/a/b:1: { platforms: [] }'), 'the digest is missing', 'quay.io/a/b:1'],
  [
    lock(`quay.io/a/b:1: { digest: "${digest}" }`),
    '"platforms" is no list of texts',
    'quay.io/a/b:1',
  ],
  [
    lock(`quay.io/a/b:1: { digest: "${digest}", platforms: [1] }`),
    '"platforms" is no list of texts',
    'platforms',
  ],
  [
    lock(`quay.io/a/b:1: { digest: "${digest}", platforms: [], tag: 1 }`),
    '"tag" is no key here; known are digest and platforms',
    'tag',
  ],
  [
    lock(`quay.io/a/b:1: ${entry}\n  quay.io/a/b:1: ${entry}`),
    '"quay.io/a/b:1" is given twice in one map',
    'quay.io/a/b:1',
  ],
])('says in one error what is wrong with %j', async (text, problem, marked) => {
  const { value, diagnostics } = await parseLock({ path, text });
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['FLC4951', `the lock file cannot be used: ${problem}`],
  ]);
  const { file, start, end } = diagnostics[0]!.primary!.span;
  expect([file, marked === '' ? '' : text.slice(start, end)]).toEqual([path, marked]);
});

it('points at the place where a conflict of Git was left', async () => {
  const text = `version: 1\nimages:\n<<<<<<< ours\n  a.test/b:1: ${entry}\n`;
  const { diagnostics } = await parseLock({ path, text });
  expect(diagnostics.map(({ code }) => code)).toEqual(['FLC4951']);
  expect(text.slice(0, diagnostics[0]!.primary!.span.start).split('\n').length).toBeGreaterThan(2);
});
