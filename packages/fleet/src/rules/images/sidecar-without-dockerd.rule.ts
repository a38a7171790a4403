import { parseImageReference } from '@fleetc/notation';
import type { Path } from '@fleetc/diagnostics';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (image: string) =>
  exampleFleet(`pools:\n  ci: { scope: web, docker: { sidecar: { image: "${image}" } } }`);

export const sidecarWithoutDockerd = defineCheck<{ image: string }>({
  code: 'FLC4419',
  name: 'sidecar-without-dockerd',
  severity: 'error',
  title: 'The docker sidecar runs an image without dockerd',
  message: ({ image }) => `"${image}" has the docker client and no dockerd`,
  label: () => 'no dockerd',
  why: 'the sidecar ends at once, and the runner waits for docker until it gives up',
  fix: 'use a tag with "dind", such as "docker:28.0.4-dind"',
  source: 'https://hub.docker.com/_/docker',
  examples: { bad: pool('docker:28.0.4-cli'), good: pool('docker:28.0.4-dind') },
  check({ controller, pools }, report) {
    const compare = (image: string | undefined, path: Path) => {
      if (image !== undefined && isClientOnly(image)) report({ image }, path);
    };
    compare(controller.images.dind, ['controller', 'images', 'dind']);
    for (const { path, docker } of pools)
      compare(docker.image, [...path, 'docker', 'sidecar', 'image']);
  },
});

// Of Docker's official image, tags that end in `cli` leave dockerd out; plain versions are the same as `dind`.
function isClientOnly(text: string): boolean {
  const { repository = '', tag = '' } = parseImageReference(text) ?? {};
  return /(^|\/)library\/docker$/.test(repository) && /(^|-)cli$/.test(tag);
}
