import { encryptedFiles, fleets, randomRuns, randomTimeout } from '@fleetc/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Bundle } from '../src/bundle.ts';
import type { Compilation } from '../src/compilation.ts';
import { compile } from '../src/compile.ts';
import { formatLock } from '../src/lock/format-lock.ts';
import { nameInLock } from '../src/lock/locked-images.ts';
import { lockNameOf } from '../src/lock/pin-images.ts';
import { compileGood, path } from './compile-fleet.ts';

const digestOf = (name: string) =>
  `sha256:${Buffer.from(name).toString('hex').padEnd(64, '0').slice(-64)}`;

/** The text of a lock that has every image of a compilation. */
function lockOf({ environments }: Compilation): string {
  const names = environments.flatMap(({ fleet, bundle }) =>
    bundle!.images.flatMap((use) => lockNameOf(use, fleet.registry) ?? []),
  );
  return formatLock(
    new Map(names.map((name) => [name, { digest: digestOf(name), platforms: [] }])),
  );
}

/** Everything in a bundle that stands where an image does. */
function imagesIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    return /image$|RepositoryAndTag$/i.test(key) && value !== '' ? [value] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const { repository, tag } = value as Record<string, unknown>;
  const isPair = /image$/i.test(key) && typeof repository === 'string' && typeof tag === 'string';
  const own = isPair ? [`${repository}:${tag}`] : [];
  return [...own, ...Object.entries(value).flatMap(([name, inner]) => imagesIn(inner, name))];
}

function emittedImages({ items }: Bundle): string[] {
  return items.flatMap((item) =>
    imagesIn(item.type === 'object' ? item.object : item.release.values),
  );
}

function withoutDigest(image: string): string {
  return image.replace(/@.*/, '');
}

it(
  'emits every image of any fleet with its digest when the lock has it',
  { timeout: randomTimeout },
  async () => {
    let pinned = 0;
    const property = fc.asyncProperty(fleets, async (fleet) => {
      const before = await compileGood(fleet);
      const files: Readonly<Record<string, string>> = {
        ...encryptedFiles,
        'fleet.lock.yaml': lockOf(before),
      };
      const readFile = (name: string) => ({ text: files[name]! });
      const source = { path, text: before.text };
      const after = await compile(source, { lock: 'require', readFile });
      expect(after.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      for (const [index, { bundle }] of after.environments.entries()) {
        const emitted = emittedImages(bundle!);
        const plain = emittedImages(before.environments[index]!.bundle!);
        // Images of cert-manager are words of its chart until they have a digest.
        const names = new Set(emitted.map((image) => nameInLock(withoutDigest(image))));
        const lost = plain.filter((image) => !names.has(nameInLock(withoutDigest(image))));
        expect(lost).toEqual([]);
        // What no pod pulls, such as the image of a proxy that is off, is in values all the same and in no lock.
        const pulled = new Set(bundle!.images.map(({ reference }) => withoutDigest(reference)));
        const open = emitted.filter((image) => !image.includes('@') && pulled.has(image));
        expect(open).toEqual([]);
        expect(bundle!.images.filter(({ reference }) => !reference.includes('@'))).toEqual([]);
        pinned += emitted.length;
      }
    });
    await fc.assert(property, randomRuns(0.2));
    expect(pinned).toBeGreaterThan(100);
  },
);
