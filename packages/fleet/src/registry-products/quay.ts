import { below, placesAt } from './places.ts';
import { defineProduct } from './product.ts';

/** Quay: a proxy organization for each upstream. */
export const quay = defineProduct({
  title: 'Quay',
  description: 'Proxy organizations of Quay.',
  examples: [{ host: 'quay.example.com', organizations: { 'docker.io': 'dockerhub' } }],
  schema: ({ z, host, strictMap, describe, byUpstream, imagePath }) =>
    z.union([
      host(),
      strictMap('Quay', {
        host: describe(host(), 'Quay host.', 'quay.example.com'),
        organizations: describe(
          byUpstream(imagePath()),
          'Upstream host to proxy organization. Without it, each organization is named like its upstream host.',
          { 'docker.io': 'dockerhub' },
        ).optional(),
      }),
    ]),
  longForm: (host) => ({ host }),
  places: 'organizations',
  addresses: ({ host, organizations }) => placesAt(organizations, (name) => below(host, name)),
});
