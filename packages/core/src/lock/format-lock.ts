import { formatYaml } from '@fleetc/kubernetes';
import type { LockedImages } from './locked-images.ts';

const header = [
  '# What the tags of this fleet stand for. Written by "fleetc lock" and read by "fleetc build"; belongs under version control.',
  '# "fleetc lock --check" says what has moved since, "fleetc lock --update-all" takes it over.',
];

/** The text of a lock file: equal images give equal bytes, with no time and no machine in them. */
export function formatLock(images: LockedImages): string {
  const sorted = [...images].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = sorted.map(([name, { digest, platforms }]) => [name, { digest, platforms }]);
  const version = formatYaml({ version: lockVersion });
  return `${header.join('\n')}\n${version}${formatYaml({ images: Object.fromEntries(entries) })}`;
}

/** The one form of lock files that is known. */
export const lockVersion = 1;
