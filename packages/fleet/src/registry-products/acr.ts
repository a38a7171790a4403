import { below, placesAt } from './places.ts';
import { defineProduct } from './product.ts';

/** Azure Container Registry: a cache rule for each upstream. */
export const acr = defineProduct({
  title: 'Azure Container Registry',
  description: 'Cache rules of Azure Container Registry.',
  examples: ['acmeci'],
  schema: ({ z, host, strictMap, describe, byUpstream, imagePath }) =>
    z.union([
      host(),
      strictMap('Azure Container Registry', {
        registry: describe(
          host(),
          'Name of the registry, or its host where that is not `NAME.azurecr.io`.',
          'acmeci',
        ),
        namespaces: describe(
          byUpstream(imagePath()),
          'Upstream host to the namespace that its cache rule fills (`docker.io/*` to `dockerhub/*`). Without it, each namespace is named like its upstream host.',
          { 'docker.io': 'dockerhub' },
        ).optional(),
      }),
    ]),
  longForm: (registry) => ({ registry }),
  places: 'namespaces',
  addresses: ({ registry, namespaces }) => {
    const host = registry.includes('.') ? registry : `${registry.toLowerCase()}.azurecr.io`;
    return placesAt(namespaces, (name) => below(host, name));
  },
});
