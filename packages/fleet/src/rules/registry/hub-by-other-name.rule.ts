import { isOtherHubName } from '../../registry-products/upstream-host.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { imagesOf } from '../images/bad-image-reference.rule.ts';

const dind = (image: string) =>
  exampleFleet(`controller: { images: { dind: "${image}" } }\nregistry: { direct: [docker.io] }`);

export const hubByOtherName = defineCheck<{ host: string }>({
  code: 'FLC4460',
  name: 'hub-by-other-name',
  severity: 'info',
  title: 'Docker Hub is named by the address of its servers',
  message: ({ host }) => `${host} is Docker Hub, whose name in images is docker.io`,
  label: () => 'docker.io',
  why: 'fleetc takes the two for one registry; logins, mirrors and node settings of other tools are compared as text and miss it',
  fix: 'write docker.io, or no registry at all',
  source: 'https://github.com/distribution/reference/blob/main/normalize.go',
  examples: {
    bad: dind('registry-1.docker.io/library/docker:28.0.4-dind'),
    good: dind('docker.io/library/docker:28.0.4-dind'),
  },
  check(fleet, report) {
    for (const [text, path] of imagesOf(fleet)) {
      const host = text.split('/', 1)[0]!;
      if (isOtherHubName(host)) report({ host }, path);
    }
  },
});
