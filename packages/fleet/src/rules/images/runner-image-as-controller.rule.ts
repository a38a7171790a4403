import { parseImageReference } from '@fleetc/notation';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const controller = (image: string) =>
  exampleFleet(`controller: { images: { controller: "${image}" } }`);

export const runnerImageAsController = defineCheck<{ image: string }>({
  code: 'FLC4414',
  name: 'runner-image-as-controller',
  severity: 'error',
  title: 'The controller is to run the image of a runner',
  message: ({ image }) => `"${image}" is the image of a runner, not of the controller`,
  label: () => 'a runner image',
  why: 'it has no "/manager" to start, so no pod of the controller ever runs',
  fix: 'move it to "controller.images.runner" or to the "image" of a pool',
  source: 'https://github.com/actions/actions-runner-controller/issues/940',
  examples: {
    bad: controller('summerwind/actions-runner:v2.335.1-ubuntu-22.04'),
    good: controller('summerwind/actions-runner-controller:v0.27.6'),
  },
  check({ controller: { images } }, report) {
    const repository = parseImageReference(images.controller)?.repository ?? '';
    if (/(^|\/)actions-runner(-dind(-rootless)?)?$/.test(repository))
      report({ image: images.controller }, ['controller', 'images', 'controller']);
  },
});
