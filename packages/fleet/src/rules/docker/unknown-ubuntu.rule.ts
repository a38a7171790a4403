import { imageReferenceProblem } from '@fleetc/notation';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const image = (fields: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, image: { reference: registry.example.com/runner:1.2${fields} } }`,
  );

export const unknownUbuntu = defineCheck<{ pool: string }>({
  code: 'FLC4405',
  name: 'unknown-ubuntu',
  severity: 'error',
  title: 'Nothing tells the Ubuntu generation of a runner image',
  message: ({ pool }) => `nothing tells the Ubuntu generation of the image of pool "${pool}"`,
  label: () => 'which Ubuntu is it?',
  why: 'the group of the docker socket differs between generations, and with the wrong one every docker command ends with "permission denied"',
  fix: 'add "ubuntu" to "image" (20.04, 22.04 or 24.04), or set "controller.dockerGid"',
  source: 'https://github.com/actions/actions-runner-controller/issues/2490',
  examples: { bad: image(''), good: image(', ubuntu: "22.04"') },
  check(fleet, report) {
    if (fleet.controller.dockerGid !== undefined) return;
    for (const { name, path, docker, image } of fleet.pools) {
      const given = docker.env.some((variable) => variable.name === 'DOCKER_GROUP_GID');
      // What is no reference at all has a finding of its own.
      if (imageReferenceProblem(image.reference) !== undefined) continue;
      if (docker.mode !== 'sidecar' || image.ubuntu !== undefined || given) continue;
      report({ pool: name }, [...path, 'image', 'reference']);
    }
  },
});
