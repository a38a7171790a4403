import fc from 'fast-check';
import { mirror } from './mirror.ts';
import { both, named, one, some, under } from './plain.ts';
import { registryProduct } from './registry-products.ts';
import { host } from './words.ts';

const upstream = fc.constantFrom('docker.io', 'ghcr.io', 'quay.io', 'registry.example.com:5000');
const project = fc.stringMatching(/^[a-z][a-z0-9]{1,6}$/);

const prefixes = named(
  upstream,
  fc.tuple(host, project).map(([at, path]) => `${at}/${path}`),
);

const generic = some(
  {
    host,
    template: fc.constantFrom('{{host}}/{{project}}/{{path}}', '{{host}}/{{path}}'),
    projects: named(upstream, project),
  },
  'host',
  'template',
);

const proxy = both(
  one(registryProduct, registryProduct, under('prefixes', prefixes), under('generic', generic)),
  some({ others: prefixes }),
);

/** A registry block without its pull secrets. */
export const registryFields = some({
  proxy,
  direct: fc.uniqueArray(upstream),
  mirror,
  images: named(
    fc.constantFrom('docker.io/library/docker', 'docker.io/summerwind/actions-runner'),
    fc.constantFrom('registry.example.com/tools/docker', 'registry.example.com/a/b'),
  ),
});
