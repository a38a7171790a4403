import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

export const labelTwice = defineCheck<{ label: string; pool: string }>({
  code: 'FLC4202',
  name: 'label-twice',
  severity: 'warning',
  title: 'A pool has one label twice, letter case ignored',
  message: ({ label, pool }) =>
    `pool "${pool}" has the label "${label}" twice, letter case ignored`,
  label: () => 'the same to GitHub',
  why: "GitHub ignores the case of labels and ARC's queue metric does not, so the two count different jobs",
  fix: 'keep one, in lower case',
  source:
    'https://docs.github.com/en/actions/hosting-your-own-runners/managing-self-hosted-runners/using-labels-with-self-hosted-runners',
  examples: {
    bad: exampleFleet('pools:\n  ci: { scope: web, labels: [Build, build] }'),
    good: exampleFleet('pools:\n  ci: { scope: web, labels: [build] }'),
  },
  check(fleet, report) {
    for (const { name, path, labels } of fleet.pools) {
      const first = new Map<string, number>();
      for (const [index, label] of labels.entries()) {
        const before = first.get(label.toLowerCase());
        if (before === undefined) first.set(label.toLowerCase(), index);
        else {
          const related = [
            { path: [...path, 'labels', before], text: 'first here', part: 'value' as const },
          ];
          report({ label, pool: name }, [...path, 'labels', index], { related });
        }
      }
    }
  },
});
