import { defineProduct } from './product.ts';

/** The dependency proxy of a GitLab group. */
export const gitlab = defineProduct({
  title: 'the dependency proxy of GitLab',
  description: 'Dependency proxy of a GitLab group; for Docker Hub only.',
  examples: [{ host: 'gitlab.example.com', group: 'acme' }],
  schema: ({ strictMap, describe, host, imagePath }) =>
    strictMap('GitLab', {
      host: describe(
        host(),
        'GitLab host, in the words of the login; `gitlab.com` when absent.',
        'gitlab.example.com',
      ).optional(),
      group: describe(imagePath(), 'Path of the group, in small letters.', 'acme/platform'),
    }),
  addresses: ({ host = 'gitlab.com', group }) => ({
    prefixes: { 'docker.io': `${host}/${group}/dependency_proxy/containers` },
  }),
  serves: { hosts: ['docker.io'], why: 'it fetches from Docker Hub and from nowhere else' },
  fillsLibrary: true,
});
