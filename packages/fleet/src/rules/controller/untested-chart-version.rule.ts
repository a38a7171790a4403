import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { controllerOf, knownChart, releaseOf } from './controller-version.ts';

const chart = (version: string) => exampleFleet(`controller: { chart: { version: ${version} } }`);

export const untestedChartVersion = defineCheck<{ version: string; made: string | undefined }>({
  code: 'FLC4802',
  name: 'untested-chart-version',
  severity: 'warning',
  title: "The version of the controller's chart is not the one that fleetc knows",
  message: ({ version }) =>
    `chart ${version} is not the one that fleetc knows, which is ${knownChart.chart}`,
  label: () => 'not checked',
  why: ({ made }) =>
    `fields and values are checked against ${knownChart.chart}, and what another chart does not know is dropped without a word` +
    (made === undefined ? '' : `; this one was made for controller ${made}`),
  fix: `leave "version" out, or use "${knownChart.chart}"`,
  source: 'https://github.com/actions/actions-runner-controller/releases',
  examples: { bad: chart('0.22.0'), good: chart('0.23.7') },
  check({ controller }, report) {
    const { path, version } = controller.chart;
    if (releaseOf(version) === knownChart.chart) return;
    report({ version, made: controllerOf(version) }, [...path, 'version']);
  },
});
