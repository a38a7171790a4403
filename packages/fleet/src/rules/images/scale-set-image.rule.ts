import { parseImageReference } from '@fleetc/notation';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

export const scaleSetImage = defineCheck<{ pool: string }>({
  code: 'FLC4412',
  name: 'scale-set-image',
  severity: 'error',
  title: 'A pool runs the image of the other controller',
  message: ({ pool }) => `pool "${pool}" runs the runner image of scale sets`,
  label: () => 'never registers',
  why: 'it lacks the entry point that RunnerDeployment and RunnerSet rely on, so the runner never registers',
  fix: 'use "summerwind/actions-runner", or an image that is built from it',
  source: 'https://github.com/actions/actions-runner-controller/tree/master/runner',
  examples: {
    bad: exampleFleet(
      'pools:\n  ci: { scope: web, image: { reference: "ghcr.io/actions/actions-runner:2.335.1", ubuntu: "22.04" } }',
    ),
    good: exampleFleet('pools:\n  ci: { scope: web }'),
  },
  check(fleet, report) {
    for (const { name, path, image } of fleet.pools) {
      if (isScaleSetImage(image.reference)) report({ pool: name }, [...path, 'image', 'reference']);
    }
  },
});

/** Whether an image is the runner of scale sets, be it from a mirror. */
export function isScaleSetImage(text: string): boolean {
  return /(^|\/)actions\/actions-runner$/.test(parseImageReference(text)?.repository ?? '');
}
