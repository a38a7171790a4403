import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

export const noResources = defineCheck<{ pool: string }>({
  code: 'FLC4401',
  name: 'no-resources',
  severity: 'warning',
  title: 'A pool requests no resources',
  message: ({ pool }) => `pool "${pool}" requests no resources`,
  label: () => 'no "resources"',
  why: 'the scheduler packs such runners onto one node, where the kernel kills their jobs first',
  fix: 'add "resources: { requests: { cpu: …, memory: … } }", best in the profile "default"',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  // What was taken out of the file, such as a misspelt "profiles", may be what gives them.
  needsWholeFleet: true,
  examples: {
    bad: exampleFleet('pools:\n  ci: { scope: web }'),
    good: exampleFleet(
      'pools:\n  ci: { scope: web, resources: { requests: { cpu: 500m, memory: 1Gi } } }',
    ),
  },
  check(fleet, report) {
    for (const { name, path, resources } of fleet.pools) {
      if (!resources) report({ pool: name }, path, { part: 'key' });
    }
  },
});
