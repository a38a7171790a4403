import fc from 'fast-check';
import { named, one, some, under } from './plain.ts';
import { host, port } from './words.ts';

const upstream = fc.constantFrom('docker.io', 'ghcr.io', 'quay.io', 'registry.example.com:5000');
const path = fc.stringMatching(
  /^[a-z][a-z0-9]{1,6}((\.|_|__|-{1,3})[a-z0-9]{1,3})?(\/[a-z0-9]{1,4})?$/,
);
const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,9}[a-z0-9])?$/);
const region = fc.constantFrom('eu-central-1', 'us-gov-west-1', 'cn-north-1');
const account = fc.stringMatching(/^[0-9]{12}$/);

/** A name for each of some upstream hosts, or one for all of them. */
const someOrOne = <T>(name: fc.Arbitrary<T>) => fc.oneof(name, named(upstream, name));

const addressed = fc.oneof(
  host,
  one(
    some({ host, repositories: someOrOne(path) }, 'host', 'repositories'),
    some({ host, subdomains: someOrOne(label) }, 'host', 'subdomains'),
    some({ host, ports: someOrOne(port) }, 'host', 'ports'),
  ),
);

const listed = (list: string) =>
  fc.oneof(host, some({ host, [list]: named(upstream, path) }, 'host'));

/** Upstreams that a cache rule of Amazon ECR can name, among them all that an installation needs. */
const served = fc.constantFrom('docker.io', 'ghcr.io', 'quay.io');

/** A product of `registry.proxy`, one key. */
export const registryProduct = one(
  under('harbor', listed('projects')),
  // More ways to write them, more tries.
  ...[1, 2, 3].flatMap(() => [under('nexus', addressed), under('artifactory', addressed)]),
  under(
    'ecr',
    fc.oneof(
      fc.tuple(account, region).map(([id, place]) => ecrHost(id, place)),
      some(
        { account, region, prefixes: named(served, fc.oneof(path, fc.constant('ROOT'))) },
        'account',
        'region',
      ),
    ),
  ),
  under(
    'gar',
    fc.record(
      {
        location: fc.constantFrom('eu', 'europe-west3'),
        project: fc.constantFrom('acme-ci', 'example.com:ci'),
        repositories: someOrOne(label),
      },
      { noNullPrototype: true },
    ),
  ),
  under(
    'acr',
    fc.oneof(label, some({ registry: label, namespaces: named(upstream, path) }, 'registry')),
  ),
  under('gitlab', some({ host, group: path }, 'group')),
  under('ghcr', path),
  under(
    'zot',
    fc.oneof(
      host,
      some(
        {
          host,
          destinations: named(upstream, fc.oneof(path, fc.constant('/'))),
          preserveDigest: fc.boolean(),
        },
        'host',
      ),
    ),
  ),
  under('quay', listed('organizations')),
  under('cloudsmith', fc.oneof(fc.constant('acme/ci'), fc.constant('docker.example.com/ci'))),
  under('distribution', fc.oneof(host, named(upstream, host))),
);

function ecrHost(account: string, region: string): string {
  return `${account}.dkr.ecr.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}
