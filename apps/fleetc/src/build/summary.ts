import type { Bundle, Compilation } from '@fleetc/core';
import { inWords } from './in-words.ts';

/** What was built, in numbers: `fleet.yaml: 12 objects, 2 Helm releases, 9 images`. */
export function describeBundles({ source, environments }: Compilation): string {
  const bundles = environments.flatMap(({ bundle }) => (bundle ? [bundle] : []));
  const items = bundles.flatMap((bundle) => bundle.items);
  const objects = items.filter(({ type }) => type === 'object').length;
  const images = new Set(bundles.flatMap(listReferences));
  const counts = [
    inWords(objects, 'object'),
    inWords(items.length - objects, 'Helm release'),
    inWords(images.size, 'image'),
  ];
  return `${source.path}: ${counts.join(', ')}`;
}

function listReferences({ images }: Bundle): string[] {
  return images.map(({ reference }) => reference);
}
