import { defineProduct } from './product.ts';
import { repositoryAddresses } from './repository-addresses.ts';

/** Sonatype Nexus: proxy repositories, or a group of them, by path, by subdomain or by port. */
export const nexus = defineProduct({
  title: 'Nexus',
  description: 'Docker repositories of Sonatype Nexus, by path, by subdomain or by port.',
  examples: [{ host: 'nexus.example.com', repositories: { 'docker.io': 'docker-hub' } }],
  schema: ({ z, host, addressedMap }) =>
    z.union([host(), addressedMap('Nexus', 'one group for all')]),
  longForm: (host) => ({ host }),
  addresses: (input) => repositoryAddresses(input),
  // The proxy of Docker Hub adds `library/` itself.
  fillsLibrary: true,
});
