import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';
import { type Refusal, refusalFix, refusalMessage } from './refusal.ts';

export const valuesRefused = defineRule<Refusal>({
  code: 'FLC5003',
  name: 'values-refused',
  severity: 'error',
  title: 'Chart values have a value that the chart cannot use',
  message: refusalMessage,
  label: ({ violation }) => violation.message,
  why: 'the chart has no schema of its own: it would render something else, or nothing',
  fix: refusalFix,
  source:
    'https://github.com/actions/actions-runner-controller/blob/actions-runner-controller-0.23.7/charts/actions-runner-controller/values.yaml',
  examples: {
    bad: exampleFleet(
      'registry: { direct: [docker.io] }\ncontroller: { chart: { values: { podLabels: [team, ci] } } }',
    ),
    good: exampleFleet(
      'registry: { direct: [docker.io] }\ncontroller: { chart: { values: { podLabels: { team: ci } } } }',
    ),
  },
});
