import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { mirrorsOf } from './mirrors.ts';

const mirror = (url: string) => exampleFleet(`registry: { direct: [docker.io], mirror: "${url}" }`);

/** Registries with images of their own, which are no copy of Docker Hub. */
const others =
  /^(ghcr\.io|quay\.io|gcr\.io|registry\.k8s\.io|mcr\.microsoft\.com|registry\.gitlab\.com)$/;

export const mirrorOfOtherRegistry = defineCheck<{ host: string }>({
  code: 'FLC4416',
  name: 'mirror-of-other-registry',
  severity: 'warning',
  title: 'The mirror of Docker Hub is another registry',
  message: ({ host }) => `${host} is no mirror of Docker Hub`,
  label: () => 'another registry',
  why: 'dockerd asks a mirror for images of Docker Hub only, does not find them there, and pulls them from Docker Hub after all',
  fix: 'name a pull-through cache of Docker Hub, or remove the mirror; for other registries use a mirror of the nodes',
  source: 'https://docs.docker.com/docker-hub/image-library/mirror/',
  examples: { bad: mirror('https://ghcr.io'), good: mirror('https://hub-mirror.example.com') },
  check(fleet, report) {
    for (const { url, path } of mirrorsOf(fleet)) {
      const host = /^https?:\/\/([^/:]+)/.exec(url)?.[1]?.toLowerCase() ?? '';
      if (others.test(host)) report({ host }, path);
    }
  },
});
