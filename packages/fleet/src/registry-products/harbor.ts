import { below, placesAt } from './places.ts';
import { defineProduct } from './product.ts';

/** Harbor: a proxy-cache project for each upstream. */
export const harbor = defineProduct({
  title: 'Harbor',
  description: 'Harbor proxy projects: `host/project/repository`.',
  examples: ['harbor.example.com'],
  schema: ({ z, host, strictMap, describe, byUpstream, imagePath }) =>
    z.union([
      host(),
      strictMap('Harbor', {
        host: describe(host(), 'Harbor host.', 'harbor.example.com'),
        projects: describe(
          byUpstream(imagePath()),
          'Upstream host to proxy project. Without it, each project is named like its upstream host.',
          { 'docker.io': 'dockerhub' },
        ).optional(),
      }),
    ]),
  longForm: (host) => ({ host }),
  places: 'projects',
  addresses: ({ host, projects }) => placesAt(projects, (name) => below(host, name)),
});
