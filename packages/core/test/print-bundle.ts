import { formatYaml } from '@fleetc/kubernetes';
import type { Bundle } from '../src/bundle.ts';

/** Everything in a bundle as canonical text, in its order: what two bundles that are the same share to the byte. */
export function printBundle({ items, ...rest }: Bundle): string {
  const printed = items.map((item) => {
    if (item.type === 'object') return formatYaml(item.object);
    return formatYaml({ ...item.release });
  });
  return [...printed, formatYaml(rest)].join('---\n');
}
