import { defineProduct } from './product.ts';
import { repositoryAddresses } from './repository-addresses.ts';

/** JFrog Artifactory: remote repositories, or a virtual one, by path, by subdomain or by port. */
export const artifactory = defineProduct({
  title: 'Artifactory',
  description: 'Docker repositories of JFrog Artifactory, by path, by subdomain or by port.',
  examples: [{ host: 'acme.jfrog.io', repositories: 'docker-virtual' }],
  schema: ({ z, host, addressedMap }) =>
    z.union([host(), addressedMap('Artifactory', 'one virtual repository for all')]),
  longForm: (host) => ({ host }),
  addresses: (input) => repositoryAddresses(input),
});
