import { parseImageReference } from '@fleetc/notation';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { knownChart, releaseOf, versionOfTag } from './controller-version.ts';

const image = (tag: string) =>
  exampleFleet(
    `controller: { images: { controller: "summerwind/actions-runner-controller:${tag}" } }`,
  );

export const controllerOfOtherChart = defineCheck<{ version: string }>({
  code: 'FLC4803',
  name: 'controller-of-other-chart',
  severity: 'warning',
  title: 'The controller is not the one that its chart was made for',
  message: ({ version }) =>
    `controller ${version} runs under chart ${knownChart.chart}, which was made for ${knownChart.controller}`,
  label: () => 'another release',
  why: "the chart's definitions, flags and permissions belong to one release of the controller",
  fix: `use "v${knownChart.controller}"`,
  source: 'https://github.com/actions/actions-runner-controller/issues/427',
  examples: { bad: image('v0.26.0'), good: image('v0.27.6') },
  check({ controller }, report) {
    // Another chart has a finding of its own.
    if (releaseOf(controller.chart.version) !== knownChart.chart) return;
    const { repository = '', tag } = parseImageReference(controller.images.controller) ?? {};
    // An image of another name may be a build of anybody's, or not the controller at all.
    if (!/(^|\/)actions-runner-controller$/.test(repository)) return;
    const version = versionOfTag(tag);
    const known: readonly (string | undefined)[] = [knownChart.controller, '0.27.2', '0.27.3'];
    if (version !== undefined && !known.includes(version))
      report({ version }, ['controller', 'images', 'controller']);
  },
});
