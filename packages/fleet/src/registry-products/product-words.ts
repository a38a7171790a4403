import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import { describe, exclusiveMap, strictMap } from '../schema/strict-map.ts';
import { host, pattern } from '../schema/text.schema.ts';

/** What the schemas of products are written in. */
export type ProductWords = typeof productWords;

const part = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';
const path = `${part}(/${part})*`;

function matching(source: string, expected: string) {
  return pattern(new RegExp(`^${source}$`), expected);
}

/** Part of an image's path, which knows no capitals. */
const imagePath = () =>
  matching(
    path,
    'a part of a path: small letters and digits, with ".", "_", "-" and "/" between them',
  );

const dnsLabel = () =>
  matching(
    '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?',
    'lower-case letters, digits and dashes, with a letter or digit at both ends',
  );

const port = () => z.int().min(1).max(65_535);

/** A name by upstream host. */
function byUpstream<T extends z.ZodType>(name: T) {
  return z.record(host(), name);
}

/** A name by upstream host, or one that serves all of them. */
function byUpstreamOrOne<T extends z.ZodType>(name: () => T) {
  return z.union([name(), byUpstream(name())]);
}

/** Three ways to reach a repository of one server, as Nexus and Artifactory have them. */
function addressedMap(title: string, all: string) {
  return exclusiveMap(
    title,
    {
      host: describe(host(), `${title} host.`, `${title.toLowerCase()}.example.com`),
      repositories: describe(
        byUpstreamOrOne(imagePath),
        `Upstream host to repository, as the first part of the path, or ${all}. Without it, each repository is named like its upstream host.`,
        { 'docker.io': 'docker-hub' },
      ).optional(),
      subdomains: describe(
        byUpstreamOrOne(dnsLabel),
        `Upstream host to the repository that is a subdomain of the host, or ${all}.`,
        { 'docker.io': 'docker-hub' },
      ).optional(),
      ports: describe(
        byUpstreamOrOne(port),
        `Upstream host to the repository's own port, which takes the place of the host's, or ${all}.`,
        { 'docker.io': 5001 },
      ).optional(),
    },
    exclusive.proxyAddressing,
  );
}

export const productWords = {
  z,
  describe,
  strictMap,
  host,
  part,
  path,
  matching,
  imagePath,
  byUpstream,
  byUpstreamOrOne,
  addressedMap,
};
