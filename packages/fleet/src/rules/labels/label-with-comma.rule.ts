import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

export const labelWithComma = defineCheck<{ label: string }>({
  code: 'FLC4201',
  name: 'label-with-comma',
  severity: 'error',
  title: 'A runner label contains a comma or a space',
  message: ({ label }) => `the label "${label}" contains a comma or a space`,
  label: () => 'not one label',
  why: 'ARC joins labels with commas, so GitHub sees several labels where ARC sees one, and jobs are never matched',
  fix: 'write each label as an entry of its own',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/using-arc-runners-in-a-workflow.md',
  examples: {
    bad: exampleFleet('pools:\n  ci: { scope: web, labels: ["linux,x64"] }'),
    good: exampleFleet('pools:\n  ci: { scope: web, labels: [linux, x64] }'),
  },
  check(fleet, report) {
    for (const { path, labels } of fleet.pools) {
      for (const [index, label] of labels.entries()) {
        if (/[,\s]/.test(label)) report({ label }, [...path, 'labels', index]);
      }
    }
  },
});
