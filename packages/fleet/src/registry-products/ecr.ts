import { below, placesAt } from './places.ts';
import { defineProduct } from './product.ts';

/** Prefixes that the console of AWS offers for its upstreams. */
const vendorPrefixes = {
  'docker.io': 'docker-hub',
  'ghcr.io': 'github',
  'public.ecr.aws': 'ecr-public',
  'quay.io': 'quay',
  'registry.gitlab.com': 'gitlab',
  'registry.k8s.io': 'kubernetes',
};

/** The prefix of a rule that has none. */
const noPrefix = 'ROOT';

const registryHost =
  /^(?<account>[0-9]{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com(\.cn)?$/;

/** Amazon ECR: a pull-through cache rule for each upstream. */
export const ecr = defineProduct({
  title: 'Amazon ECR',
  description: 'Pull-through cache rules of Amazon ECR.',
  examples: ['123456789012.dkr.ecr.eu-central-1.amazonaws.com'],
  schema: ({ z, strictMap, describe, matching, byUpstream, path }) =>
    z.union([
      matching(
        registryHost.source.slice(1, -1),
        'the host of an ECR registry, such as "123456789012.dkr.ecr.eu-central-1.amazonaws.com"',
      ),
      strictMap('Amazon ECR', {
        account: describe(
          matching('[0-9]{12}', 'the 12 digits of an AWS account, in quotation marks'),
          'AWS account, in quotation marks because it is no number.',
          '123456789012',
        ),
        region: describe(
          matching('[a-z]+(-[a-z0-9]+)+', 'an AWS region such as "eu-central-1"'),
          'AWS region.',
          'eu-central-1',
        ),
        prefixes: describe(
          byUpstream(
            matching(`(${noPrefix}|${path})`, 'the prefix of a pull-through cache rule, or "ROOT"'),
          ),
          "Upstream host to the prefix of its rule; `ROOT` is none. Without it, the console's own: `docker-hub`, `github`, `quay`, `kubernetes`, `ecr-public`, `gitlab`.",
          { 'docker.io': 'docker-hub' },
        ).optional(),
      }),
    ]),
  longForm: (text) => ({ ...registryHost.exec(text)?.groups }),
  places: 'prefixes',
  addresses: ({ account, region, prefixes = vendorPrefixes }) => {
    const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    const host = `${account}.dkr.ecr.${region}.${suffix}`;
    return placesAt(prefixes, (name) => below(host, name === noPrefix ? '' : name));
  },
  serves: {
    hosts: [
      ...Object.keys(vendorPrefixes),
      'cgr.dev',
      '*.azurecr.io',
      '*.dkr.ecr.*.amazonaws.com',
      '*.dkr.ecr.*.amazonaws.com.cn',
    ],
    why: 'a pull-through cache rule of Amazon ECR can name only the registries that AWS lists, and this is none of them',
  },
});
