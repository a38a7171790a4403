import { defineProduct } from './product.ts';

/** Cloudsmith: one repository whose upstreams are tried by priority. */
export const cloudsmith = defineProduct({
  title: 'Cloudsmith',
  description:
    'Repository of Cloudsmith as `owner/repository`, or a custom domain with what follows it, such as `docker.example.com/ci`.',
  examples: ['acme/ci'],
  schema: ({ matching, part }) =>
    matching(
      `(${part}(/${part})+|[-a-z0-9]+(\\.[-a-z0-9]+)+)`,
      'a repository such as "acme/ci", or a custom domain such as "docker.example.com/ci"',
    ),
  addresses: (repository) => ({
    prefixes: {},
    otherwise: isDomain(repository) ? repository : `docker.cloudsmith.io/${repository}`,
  }),
});

function isDomain(repository: string): boolean {
  return repository.split('/', 1)[0]!.includes('.');
}
