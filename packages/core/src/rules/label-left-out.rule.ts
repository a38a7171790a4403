import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';

const labelled = (label: string) =>
  exampleFleet(`metadata: { name: acme, labels: { ${label} } }\nregistry: { direct: [docker.io] }`);

export const labelLeftOut = defineRule<{ readonly label: string }>({
  code: 'FLC5102',
  name: 'label-left-out',
  severity: 'info',
  title: 'A label cannot be put on the objects of the chart',
  message: ({ label }) => `label "${label}" is left off the objects of the controller's chart`,
  label: () => 'not plain text to YAML',
  why: 'the chart prints label values without quotes, so a number, a date or a word such as "true" breaks its objects',
  fix: 'start the value with a letter and use no word that YAML reads as a boolean, such as "team-1" for "1"',
  source: 'https://github.com/actions/actions-runner-controller/pull/4151',
  examples: { bad: labelled('tier: "1"'), good: labelled('tier: one') },
});
