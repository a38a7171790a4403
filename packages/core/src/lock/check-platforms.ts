import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import type { Fleet, Pool } from '@fleetc/fleet';
import { parseImageReference } from '@fleetc/notation';
import type { ImageUse } from '../bundle.ts';
import { imageWithoutPlatform } from '../rules/image-without-platform.rule.ts';
import type { Lock } from './locked-images.ts';

const archLabel = 'kubernetes.io/arch';
const osLabel = 'kubernetes.io/os';

/** Reports images of pools that the lock knows not to have the platform that the pool's node selector asks for. */
export function checkPlatforms(
  fleet: Fleet,
  images: readonly ImageUse[],
  lock: Lock,
): Diagnostic[] {
  const choosy = fleet.pools.filter((pool) => platformOf(pool) !== undefined);
  if (choosy.length === 0) return [];
  const byPool = groupByPool(images, lock);
  return choosy.flatMap((pool) => {
    const path = [...pool.path, 'node', 'selector', archLabel];
    const place = { span: fleet.origin(path).span, path };
    const platform = platformOf(pool)!;
    return (byPool.get(pool.name) ?? [])
      .filter(({ platforms }) => !platforms.some((name) => covers(name, platform)))
      .map(({ image, platforms }) => {
        const params = { image, platform, platforms: platforms.join(', ') };
        return createDiagnostic(imageWithoutPlatform, params, place);
      });
  });
}

interface PlatformsOfImage {
  readonly image: string;
  readonly platforms: readonly string[];
}

/** The images of each pool whose platforms are known. */
function groupByPool(
  images: readonly ImageUse[],
  lock: Lock,
): ReadonlyMap<string, readonly PlatformsOfImage[]> {
  const known = new Map([...lock.images.values()].map((image) => [image.digest, image.platforms]));
  const groups = new Map<string, PlatformsOfImage[]>();
  for (const { upstream: image, reference, consumers } of images) {
    const platforms = known.get(parseImageReference(reference)?.digest ?? '') ?? [];
    if (platforms.length === 0) continue;
    for (const pool of new Set(consumers.map(poolIn))) {
      const group = groups.get(pool);
      if (group) group.push({ image, platforms });
      else groups.set(pool, [{ image, platforms }]);
    }
  }
  return groups;
}

/** The pool that the words for a consumer end in; empty for what is no pool's. */
function poolIn(consumer: string): string {
  return /\bpool "(.+)"$/.exec(consumer)?.[1] ?? '';
}

function platformOf({ node: { selector = {} } }: Pool): string | undefined {
  const arch = selector[archLabel];
  return arch === undefined ? undefined : `${selector[osLabel] ?? 'linux'}/${arch}`;
}

// `linux/arm64/v8` runs where `linux/arm64` is asked for.
function covers(name: string, platform: string): boolean {
  return name === platform || name.startsWith(`${platform}/`);
}
