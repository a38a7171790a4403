import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';

export const anonymousDockerHub = defineRule<{ images: number }>({
  code: 'FLC4422',
  name: 'anonymous-docker-hub',
  severity: 'warning',
  title: 'Images are pulled from Docker Hub without a login',
  message: ({ images }) =>
    `${images === 1 ? 'an image is' : `${images} images are`} pulled from Docker Hub without a login`,
  label: () => 'limited by address',
  why: 'Docker Hub counts anonymous pulls per egress address, so all nodes behind one address share a small limit',
  fix: 'set "registry.proxy", or "registry.pullSecrets" with a login at docker.io, or "registry.direct: [docker.io]" if it is meant',
  source: 'https://docs.docker.com/docker-hub/usage/pulls/',
  examples: { bad: exampleFleet(''), good: exampleFleet('registry: { direct: [docker.io] }') },
});
