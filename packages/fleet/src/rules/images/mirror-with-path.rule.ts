import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { mirrorsOf } from './mirrors.ts';

const mirror = (url: string) => exampleFleet(`registry: { direct: [docker.io], mirror: "${url}" }`);

export const mirrorWithPath = defineCheck({
  code: 'FLC4417',
  name: 'mirror-with-path',
  severity: 'warning',
  title: 'The mirror of Docker Hub has a path',
  message: () => 'the mirror of Docker Hub has a path',
  label: () => 'dockerd refuses it',
  why: 'before Docker 29 dockerd does not start with such a mirror, and the official runner images and the default sidecar are older',
  fix: 'give the mirror a host of its own, or rewrite images with "registry.proxy"',
  source: 'https://github.com/moby/moby/issues/36598',
  examples: {
    bad: mirror('https://harbor.example.com/hub'),
    good: mirror('https://hub-mirror.example.com'),
  },
  check(fleet, report) {
    for (const { url, path } of mirrorsOf(fleet)) {
      if (/^https?:\/\/[^/]+\/+[^/]/.test(url)) report({}, path);
    }
  },
});
