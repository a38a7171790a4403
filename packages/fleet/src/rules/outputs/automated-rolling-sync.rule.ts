import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const fleetOf = (automated: string) =>
  exampleFleet(`outputs:
  - target: argocd
    dir: build/argocd
    repo: { url: https://git.example.com/infra.git }
    layout: rollingSync${automated}`);

export const automatedRollingSync = defineCheck<{ dir: string }>({
  code: 'FLC4866',
  name: 'automated-rolling-sync',
  severity: 'warning',
  title: 'Automated sync is asked for beside a rolling sync',
  message: ({ dir }) => `"automated" has no effect in "${dir}", which is synced step by step`,
  label: () => 'no effect',
  why: 'Argo CD switches automated sync off where an ApplicationSet syncs in steps, and nothing is pruned or healed between them',
  fix: 'leave "automated" out, or choose the layout "applicationSet"',
  source:
    'https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Progressive-Syncs/',
  examples: { bad: fleetOf('\n    automated: { prune: true }'), good: fleetOf('') },
  check({ outputs }, report) {
    for (const [index, output] of outputs.entries()) {
      if (output.target !== 'argocd' || !output.automated) continue;
      if (output.layout !== 'rollingSync') continue;
      report({ dir: output.dir }, ['outputs', index, 'automated'], { part: 'key' });
    }
  },
});
