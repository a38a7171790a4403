import { imageReferenceProblem } from '@fleetc/notation';
import type { Path } from '@fleetc/diagnostics';
import type { Fleet } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

export const badImageReference = defineCheck<{ problem: string }>({
  code: 'FLC2010',
  name: 'bad-image-reference',
  severity: 'error',
  title: 'A text is no image reference',
  message: ({ problem }) => `this is no image reference: ${problem}`,
  label: () => 'no image reference',
  why: 'the kubelet would refuse it with InvalidImageName, after everything else is installed',
  fix: 'write it as "[host[:port]/]path[:tag][@digest]", such as "ghcr.io/acme/runner:1.2"',
  source: 'https://github.com/distribution/reference',
  examples: {
    bad: exampleFleet('pools:\n  ci: { scope: web, image: "https://ghcr.io/acme/runner:1.2" }'),
    good: exampleFleet('pools:\n  ci: { scope: web, image: ghcr.io/acme/runner:ubuntu-22.04 }'),
  },
  check(fleet, report) {
    for (const [reference, path] of imagesOf(fleet)) {
      const problem = imageReferenceProblem(reference);
      if (problem !== undefined) report({ problem }, path);
    }
  },
});

/** Every image reference that the file can give, with its path. */
export function* imagesOf(fleet: Fleet): Generator<[string, Path]> {
  for (const [role, reference] of Object.entries(fleet.controller.images)) {
    yield [reference, ['controller', 'images', role]];
  }
  for (const [repository, replacement] of Object.entries(fleet.registry.images)) {
    yield [replacement, ['registry', 'images', repository]];
  }
  for (const { path, image, docker } of fleet.pools) {
    yield [image.reference, [...path, 'image', 'reference']];
    if (docker.image !== undefined) yield [docker.image, [...path, 'docker', 'sidecar', 'image']];
  }
}
