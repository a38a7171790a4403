import { parseImageReference } from '@fleetc/notation';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { officialVariant } from './official-runner.ts';
import { isScaleSetImage } from './scale-set-image.rule.ts';

const pool = (image: string, docker: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, docker: ${docker}, image: { reference: "${image}", ubuntu: "22.04" } }`,
  );

export const dindByName = defineCheck<{ pool: string; mode: string; hasDockerd: boolean }>({
  code: 'FLC4415',
  name: 'dind-by-name',
  severity: 'warning',
  title: 'The name of a runner image speaks against the docker mode',
  message: ({ pool, mode, hasDockerd }) =>
    `by its name the image of pool "${pool}" ${hasDockerd ? 'brings' : 'does not bring'} a dockerd, and the docker mode is "${mode}"`,
  label: ({ hasDockerd }) => (hasDockerd ? 'dockerd unused' : 'without dockerd?'),
  why: ({ hasDockerd }) =>
    hasDockerd
      ? 'ARC does not look at the image, so the dockerd in it stays unused, beside whatever the mode starts'
      : 'ARC does not change the image with the mode, and where no dockerd is in it, docker commands fail',
  fix: ({ hasDockerd }) =>
    hasDockerd
      ? 'use "docker: inRunner", or an image without dockerd'
      : 'use an image with dockerd, such as "summerwind/actions-runner-dind", or another docker mode',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/deploying-alternative-runners.md',
  examples: {
    bad: pool('ghcr.io/acme/runner:1.2', 'inRunner'),
    good: pool('ghcr.io/acme/runner-dind:1.2', 'inRunner'),
  },
  check(fleet, report) {
    for (const { name, path, docker, image } of fleet.pools) {
      const reference = parseImageReference(image.reference);
      if (!reference || isJudgedElsewhere(image.reference)) continue;
      const hasDockerd = /dind/i.test(`${reference.repository}:${reference.tag ?? ''}`);
      const needsDockerd = docker.mode === 'inRunner' || docker.mode === 'rootless';
      if (hasDockerd === needsDockerd) continue;
      const related = [{ path: [...path, 'docker'], text: 'the docker mode' }];
      const params = { pool: name, mode: docker.mode, hasDockerd };
      report(params, [...path, 'image', 'reference'], { related });
    }
  },
});

// Of the official images the variant is known, and the image of scale sets fits no mode.
function isJudgedElsewhere(text: string): boolean {
  return officialVariant(text) !== undefined || isScaleSetImage(text);
}
