import fc from 'fast-check';
import { named, one, some, under } from './plain.ts';
import { host, url } from './words.ts';

const upstream = fc.constantFrom('docker.io', 'ghcr.io', 'quay.io', 'registry.example.com:5000');
const project = fc.stringMatching(/^[a-z][a-z0-9]{1,6}$/);

const proxy = one(
  under('harbor', host),
  under('harbor', some({ host, projects: named(upstream, project) }, 'host')),
  under(
    'prefixes',
    named(
      upstream,
      fc.tuple(host, project).map(([at, path]) => `${at}/${path}`),
    ),
  ),
  under(
    'generic',
    some(
      {
        host,
        template: fc.constantFrom('{{host}}/{{project}}/{{path}}', '{{host}}/{{path}}'),
        projects: named(upstream, project),
      },
      'host',
      'template',
    ),
  ),
);

/** A registry block without its pull secrets. */
export const registryFields = some({
  proxy,
  direct: fc.uniqueArray(upstream),
  mirror: url,
  images: named(
    fc.constantFrom('docker.io/library/docker', 'docker.io/summerwind/actions-runner'),
    fc.constantFrom('registry.example.com/tools/docker', 'registry.example.com/a/b'),
  ),
});
