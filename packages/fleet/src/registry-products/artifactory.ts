import { placesAt } from './places.ts';
import { defineProduct } from './product.ts';
import { type AddressedRepositories, repositoryAddresses } from './repository-addresses.ts';

const cloud = /^(?<name>[^./:]+)\.jfrog\.io$/i;

/** JFrog Artifactory: remote repositories, or a virtual one, by path, by subdomain or by port. */
export const artifactory = defineProduct({
  title: 'Artifactory',
  description: 'Docker repositories of JFrog Artifactory, by path, by subdomain or by port.',
  examples: [{ host: 'acme.jfrog.io', repositories: 'docker-virtual' }],
  schema: ({ z, host, addressedMap }) =>
    z.union([host(), addressedMap('Artifactory', 'one virtual repository for all')]),
  longForm: (host) => ({ host }),
  addresses: (input) => cloudAddresses(input) ?? repositoryAddresses(input),
});

// In JFrog's cloud the repository stands beside the name of the server: `acme-docker-virtual.jfrog.io`.
function cloudAddresses({ host, subdomains }: AddressedRepositories) {
  const name = cloud.exec(host)?.groups?.['name'];
  if (name === undefined || subdomains === undefined) return undefined;
  return placesAt(subdomains, (repository) => `${name}-${repository}.jfrog.io`);
}
