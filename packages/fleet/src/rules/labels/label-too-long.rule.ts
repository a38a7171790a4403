import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

/** The longest label that the runner registers with. */
const limit = 256;
const pool = (label: string) => exampleFleet(`pools:\n  ci: { scope: web, labels: [${label}] }`);

export const labelTooLong = defineCheck<{ label: string; length: number }>({
  code: 'FLC4207',
  name: 'label-too-long',
  severity: 'error',
  title: 'A runner label is longer than the runner takes',
  message: ({ label, length }) =>
    `the label "${label.slice(0, 24)}…" has ${length} characters, and ${limit} are allowed`,
  label: () => 'too long',
  why: 'the runner refuses to register, so its pod fails and is made again without end',
  fix: 'shorten the label',
  source:
    'https://github.com/actions/runner/blob/main/src/Runner.Listener/Configuration/Validators.cs',
  examples: { bad: pool('b'.repeat(limit + 1)), good: pool('build') },
  check(fleet, report) {
    for (const { path, labels } of fleet.pools) {
      for (const [index, label] of labels.entries()) {
        if (label.length > limit)
          report({ label, length: label.length }, [...path, 'labels', index]);
      }
    }
  },
});
