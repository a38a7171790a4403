import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { officialVariant } from './official-runner.ts';

export const dindImageMismatch = defineCheck<{ pool: string; mode: string }>({
  code: 'FLC4413',
  name: 'dind-image-mismatch',
  severity: 'error',
  title: 'The runner image does not fit the docker mode',
  message: ({ pool, mode }) => `the image of pool "${pool}" does not fit the docker mode "${mode}"`,
  label: () => 'wrong variant',
  why: 'ARC does not change the image with the mode: dockerd would be missing in the runner, or run there unused',
  fix: ({ mode }) => `leave "image" out, or use the variant for "${mode}"`,
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/deploying-alternative-runners.md',
  examples: {
    bad: exampleFleet(
      'pools:\n  ci: { scope: web, docker: inRunner, image: "summerwind/actions-runner:v2.335.1-ubuntu-22.04" }',
    ),
    good: exampleFleet('pools:\n  ci: { scope: web, docker: inRunner }'),
  },
  check(fleet, report) {
    for (const { name, path, docker, image } of fleet.pools) {
      const variant = officialVariant(image.reference);
      const wanted =
        docker.mode === 'inRunner' || docker.mode === 'rootless' ? docker.mode : 'plain';
      if (variant === undefined || variant === wanted) continue;
      const related = [{ path: [...path, 'docker'], text: 'the docker mode' }];
      report({ pool: name, mode: docker.mode }, [...path, 'image', 'reference'], { related });
    }
  },
});
