import type { Fleet } from '@fleetc/fleet';
import { exampleFleet } from '@fleetc/fleet';
import { parseImageReference } from '@fleetc/notation';
import type { ImageUse } from '../bundle.ts';
import { defineBundleCheck } from './bundle-check.ts';

const registry = (template: string) =>
  exampleFleet(
    `registry: { proxy: { generic: { host: mirror.example.com, template: '${template}' } } }`,
  );

export const imagesCollide = defineBundleCheck<{ one: string; other: string; name: string }>({
  code: 'FLC4463',
  name: 'images-collide',
  severity: 'error',
  title: 'The template of a registry proxy gives two images one name',
  message: ({ one, other, name }) => `"${one}" and "${other}" both become "${name}"`,
  label: () => 'makes one of several',
  why: 'under one name there is one image, so that pods would run another one than they are meant to',
  fix: 'let the template name the repository, as "{{path}}" does',
  source: 'the fleet language',
  examples: {
    bad: registry('{{host}}/{{project}}'),
    good: registry('{{host}}/{{project}}/{{path}}'),
  },
  check({ fleet, bundle }, report) {
    const { proxy } = fleet.registry;
    if (proxy?.kind !== 'generic') return;
    const found = findCollision(fleet, bundle.images);
    if (found) report(found, [...proxy.path, 'generic', 'template']);
  },
});

/**
 * The first image that gets a name which another one has. A path that two registries have is no collision: behind a group
 * of repositories it is looked up in one after the other.
 */
function findCollision(fleet: Fleet, images: readonly ImageUse[]) {
  const chosen = new Set(Object.values(fleet.registry.images).map((image) => nameOf(image)?.name));
  const first = new Map<string, { readonly upstream: string; readonly path: string }>();
  for (const { upstream, reference } of images) {
    const [from, to] = [nameOf(upstream), nameOf(reference)];
    if (!from || !to || from.name === to.name || chosen.has(to.name)) continue;
    const earlier = first.get(to.name);
    if (!earlier) first.set(to.name, { upstream: from.name, path: from.path });
    else if (earlier.path !== from.path) {
      return { one: earlier.upstream, other: from.name, name: to.name };
    }
  }
  return undefined;
}

function nameOf(reference: string): { readonly name: string; readonly path: string } | undefined {
  const image = parseImageReference(reference);
  return image && { name: `${image.registry}/${image.repository}`, path: image.repository };
}
