import { below, placesAt } from './places.ts';
import { defineProduct } from './product.ts';

/** Google Artifact Registry: a remote repository for each upstream, or a virtual one in front of them. */
export const gar = defineProduct({
  title: 'Google Artifact Registry',
  description: 'Remote repositories of Google Artifact Registry.',
  examples: [{ location: 'europe-west3', project: 'acme-ci', repositories: 'docker' }],
  schema: ({ strictMap, describe, matching, byUpstreamOrOne }) =>
    strictMap('Google Artifact Registry', {
      location: describe(
        matching('[a-z]+(-[a-z0-9]+)*', 'a region or multi-region such as "europe-west3" or "eu"'),
        'Region or multi-region.',
        'europe-west3',
      ),
      project: describe(
        matching(
          '([a-z0-9.-]+:)?[a-z][-a-z0-9]*[a-z0-9]',
          'the ID of a Google Cloud project, such as "acme-ci"',
        ),
        'ID of the project.',
        'acme-ci',
      ),
      repositories: describe(
        byUpstreamOrOne(() =>
          matching(
            '[a-z]([-a-z0-9]*[a-z0-9])?',
            'the name of a repository: small letters, digits and dashes',
          ),
        ),
        'Upstream host to remote repository, or one virtual repository for all.',
        { 'docker.io': 'dockerhub' },
      ),
    }),
  places: 'repositories',
  addresses: ({ location, project, repositories }) => {
    // Of a project that belongs to a domain, the colon would be a port.
    const registry = `${location}-docker.pkg.dev/${project.replace(':', '/')}`;
    return placesAt(repositories, (name) => below(registry, name));
  },
});
