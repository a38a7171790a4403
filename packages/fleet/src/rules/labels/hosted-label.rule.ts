import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

/** Labels of the runners that GitHub hosts; generations that it has withdrawn are free again. */
const hosted =
  /^(?:ubuntu-(?:latest|slim|2[2-9]\.04|[3-9]\d\.04)|windows-(?:latest|11|202[2-9])|macos-(?:latest|1[5-9]|[2-9]\d))(?:-(?:arm|intel|large|xlarge))?$/i;

const pool = (label: string) => exampleFleet(`pools:\n  ci: { scope: web, labels: [${label}] }`);

export const hostedLabel = defineCheck<{ label: string }>({
  code: 'FLC4208',
  name: 'hosted-label',
  severity: 'info',
  title: 'A pool has a label of the runners that GitHub hosts',
  message: ({ label }) => `"${label}" is also a label of runners that GitHub hosts`,
  label: () => "GitHub's own",
  why: 'jobs that are meant for a machine of GitHub may start on this pool, and the other way round',
  fix: 'use a label of your own, unless the pool is meant to take such jobs',
  source:
    'https://docs.github.com/en/actions/hosting-your-own-runners/managing-self-hosted-runners/using-self-hosted-runners-in-a-workflow',
  examples: { bad: pool('ubuntu-latest'), good: pool('acme-ubuntu') },
  check(fleet, report) {
    if (fleet.github.product === 'server') return; // GitHub hosts no runners for a server of one's own.
    for (const { path, labels } of fleet.pools) {
      for (const [index, label] of labels.entries()) {
        if (hosted.test(label)) report({ label }, [...path, 'labels', index]);
      }
    }
  },
});
