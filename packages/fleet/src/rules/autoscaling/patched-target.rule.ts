import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const reasons = {
  scaleTargetRef:
    'fleetc points each autoscaler at its own runners; two at one target undo each other, and a target that does not exist makes the webhook server fail on every event of an organization or enterprise',
  githubAPICredentialsFrom:
    'the autoscaler and its runners must use one credential, and this changes only half of it',
} as const;

const patch = (fields: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, autoscale: { min: 1, max: 4, on: { busy: {} } }, patch: { autoscaler: { ${fields} } } }`,
  );

export const patchedTarget = defineCheck<{ pool: string; field: keyof typeof reasons }>({
  code: 'FLC4318',
  name: 'patched-target',
  severity: 'error',
  title: 'A patch points an autoscaler at something else than its pool',
  message: ({ pool, field }) => `pool "${pool}" patches "${field}" of its autoscaler`,
  label: () => 'fixed by the pool',
  why: ({ field }) => reasons[field],
  fix: ({ field }) =>
    field === 'scaleTargetRef'
      ? 'remove it; each pool has an autoscaler of its own'
      : 'remove it, and give the scope its "credentials"',
  source:
    'https://github.com/actions/actions-runner-controller/blob/v0.27.6/controllers/actions.summerwind.net/horizontal_runner_autoscaler_webhook.go',
  examples: {
    bad: patch('scaleTargetRef: { name: other }'),
    good: patch('scaleDownDelaySecondsAfterScaleOut: 60'),
  },
  check(fleet, report) {
    for (const { name, path, patch: patches, autoscale } of fleet.pools) {
      if (!autoscale || !patches.autoscaler) continue;
      for (const field of ['scaleTargetRef', 'githubAPICredentialsFrom'] as const) {
        if (!Object.hasOwn(patches.autoscaler, field)) continue;
        report({ pool: name, field }, [...path, 'patch', 'autoscaler', field], { part: 'key' });
      }
    }
  },
});
