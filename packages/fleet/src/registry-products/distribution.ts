import { defineProduct } from './product.ts';

/** The registry of the distribution project as a proxy: an instance for each upstream. */
export const distribution = defineProduct({
  title: 'distribution',
  description:
    'Registries of the distribution project (`registry:3`) in proxy mode: upstream host to the host of its instance. Text is the instance for Docker Hub.',
  examples: [{ 'docker.io': 'hub.example.com:5000', 'ghcr.io': 'ghcr.example.com:5000' }],
  schema: ({ z, host, byUpstream }) => z.union([host(), byUpstream(host())]),
  longForm: (host) => ({ 'docker.io': host }),
  addresses: (prefixes) => ({ prefixes }),
});
