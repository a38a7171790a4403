import { expect, it } from 'vitest';
import { isDigest, readConfigPlatforms, readManifest } from './manifest.ts';

const read = (value: unknown) => readManifest(Buffer.from(JSON.stringify(value)));
const digest = `sha256:${'a'.repeat(64)}`;

const platform = (os: unknown, architecture: unknown, variant?: unknown) => ({
  platform: { os, architecture, variant },
});

it('reads the platforms of an index, each once and sorted', () => {
  expect(
    read({
      schemaVersion: 2,
      manifests: [
        platform('windows', 'amd64'),
        platform('linux', 'arm64', 'v8'),
        platform('linux', 'amd64'),
        platform('windows', 'amd64'),
        platform('unknown', 'unknown'),
        platform('linux', 'a b'),
        platform(1, 'amd64'),
        {},
        null,
      ],
    }),
  ).toEqual({ platforms: ['linux/amd64', 'linux/arm64/v8', 'windows/amd64'] });
});

it('reads where the platform of one image is written', () => {
  expect(read({ schemaVersion: 2, config: { digest } })).toEqual({ configDigest: digest });
  expect(readConfigPlatforms(Buffer.from('{"os":"linux","architecture":"s390x"}'))).toEqual([
    'linux/s390x',
  ]);
  expect(readConfigPlatforms(Buffer.from('no JSON'))).toEqual([]);
});

it.each([
  [{}],
  [[]],
  ['text'],
  [{ schemaVersion: 1 }],
  [{ schemaVersion: 2 }],
  [{ schemaVersion: 2, config: { digest: '../x' } }],
])('is no manifest: %j', (value) => {
  expect(read(value)).toBeUndefined();
});

it('knows a digest by its form', () => {
  expect([digest, digest.toUpperCase(), `${digest}a`, 'sha512:1', 1].map(isDigest)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
