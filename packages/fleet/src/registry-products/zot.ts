import { below, placesAt } from './places.ts';
import { defineProduct } from './product.ts';

/** Zot with the sync extension: a destination for the content of each upstream. */
export const zot = defineProduct({
  title: 'zot',
  description: 'Content that zot syncs on demand.',
  examples: [{ host: 'zot.example.com', destinations: { 'docker.io': '/dockerhub' } }],
  schema: ({ z, host, strictMap, describe, byUpstream, matching, path }) =>
    z.union([
      host(),
      strictMap('Zot', {
        host: describe(host(), 'Zot host.', 'zot.example.com'),
        destinations: describe(
          byUpstream(
            matching(`(/|/?${path})`, 'a destination such as "/dockerhub", or "/" for none'),
          ),
          'Upstream host to the `destination` of its content; `/` is none. Without it, each destination is named like its upstream host.',
          { 'docker.io': '/dockerhub' },
        ).optional(),
        preserveDigest: describe(
          z.boolean(),
          'Whether zot keeps digests: from version 2.1.22 on, or with `preserveDigest` in its sync extension, each with `docker2s2` in `http.compat`; false when absent.',
        ).optional(),
      }),
    ]),
  longForm: (host) => ({ host }),
  places: 'destinations',
  addresses: ({ host, destinations }) =>
    placesAt(destinations, (name) => below(host, name.replace(/^\//, ''))),
  changesDigests: ({ preserveDigest }) => preserveDigest !== true,
});
