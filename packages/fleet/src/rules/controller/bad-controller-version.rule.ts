import { parseImageReference } from '@fleetc/notation';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { knownChart, versionOfTag } from './controller-version.ts';

/** Releases in which runners cannot use the docker socket. */
const withoutDocker = new Set(['0.27.2', '0.27.3']);

const image = (tag: string) =>
  exampleFleet(
    `controller: { images: { controller: "summerwind/actions-runner-controller:${tag}" } }`,
  );

export const badControllerVersion = defineCheck<{ version: string }>({
  code: 'FLC4801',
  name: 'bad-controller-version',
  severity: 'error',
  title: 'The controller is a release that breaks docker in runners',
  message: ({ version }) => `controller ${version} breaks docker in its runners`,
  label: () => 'a broken release',
  why: 'it gives the docker socket to a group that the runner is not in, so every docker command ends with "permission denied"',
  fix: `leave "controller.images.controller" out, which gives ${knownChart.controller}`,
  source: 'https://github.com/actions/actions-runner-controller/issues/2490',
  examples: { bad: image('v0.27.3'), good: image('v0.27.6') },
  check({ controller }, report) {
    const version = versionOfTag(parseImageReference(controller.images.controller)?.tag);
    if (version !== undefined && withoutDocker.has(version))
      report({ version }, ['controller', 'images', 'controller']);
  },
});
