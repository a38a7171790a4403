import { expect, it } from 'vitest';
import { loadObjectValidator } from '../src/validate-object.ts';
import { type Case, format, missing, refused, unknown, wrong } from './violations.ts';

const arc = 'actions.summerwind.dev/v1alpha1';
const busy = { type: 'PercentageRunnersBusy' };
const queued = { type: 'TotalNumberOfQueuedAndInProgressWorkflowRuns' };

function autoscaler(spec: object): object {
  const base = { scaleTargetRef: { name: 'build' }, minReplicas: 1, maxReplicas: 4 };
  return {
    apiVersion: arc,
    kind: 'HorizontalRunnerAutoscaler',
    metadata: { name: 'build' },
    spec: { ...base, ...spec },
  };
}

const autoscalers: readonly Case[] = [
  ['no minimum', autoscaler({ minReplicas: undefined }), missing(['spec', 'minReplicas'])],
  [
    'an unknown metric',
    autoscaler({ metrics: [{ type: 'Busy' }] }),
    refused(
      ['spec', 'metrics', 0, 'type'],
      'is not one of the allowed values',
      `${busy.type}, ${queued.type}`,
    ),
  ],
  [
    'both ways to grow',
    autoscaler({ metrics: [{ ...busy, scaleUpFactor: '2', scaleUpAdjustment: 1 }] }),
    refused(['spec', 'metrics', 0], 'must not have both scaleUpFactor and scaleUpAdjustment'),
  ],
  [
    'a threshold that is a number',
    autoscaler({ metrics: [{ ...busy, scaleUpThreshold: 0.75 }] }),
    wrong(['spec', 'metrics', 0, 'scaleUpThreshold'], 'a string'),
  ],
  [
    'a threshold that is a percentage',
    autoscaler({ metrics: [{ ...busy, scaleUpThreshold: '75%' }] }),
    format(
      ['spec', 'metrics', 0, 'scaleUpThreshold'],
      'must be a number written as text, such as "0.75"',
    ),
  ],
  [
    'two metrics of one type',
    autoscaler({ metrics: [busy, busy] }),
    refused(['spec', 'metrics', 1, 'type'], `must be ${queued.type}`, queued.type),
  ],
  [
    'a repository with its owner',
    autoscaler({ metrics: [{ ...queued, repositoryNames: ['acme/web'] }] }),
    format(
      ['spec', 'metrics', 0, 'repositoryNames', 0],
      'must be the name of a repository without its owner',
    ),
  ],
  [
    'a trigger that ARC no longer serves',
    autoscaler({ scaleUpTriggers: [{ githubEvent: { workflowJob: {}, push: {} } }] }),
    unknown(['spec', 'scaleUpTriggers', 0, 'githubEvent', 'push']),
  ],
  [
    'two triggers',
    autoscaler({
      scaleUpTriggers: [{ githubEvent: { workflowJob: {} } }, { githubEvent: { workflowJob: {} } }],
    }),
    refused(['spec', 'scaleUpTriggers'], 'must have at most 1 item'),
  ],
  [
    'a duration of ISO 8601',
    autoscaler({ scaleUpTriggers: [{ githubEvent: { workflowJob: {} }, duration: 'PT30M' }] }),
    format(
      ['spec', 'scaleUpTriggers', 0, 'duration'],
      'must be a duration such as 90s, 30m or 1h30m',
    ),
  ],
  [
    'a day that does not exist',
    autoscaler({
      scheduledOverrides: [{ startTime: '2026-02-29T00:00:00Z', endTime: '2026-03-01T00:00:00Z' }],
    }),
    format(
      ['spec', 'scheduledOverrides', 0, 'startTime'],
      'must be a moment with its offset, such as 2026-01-31T18:00:00Z',
    ),
  ],
];

it.each(autoscalers)('refuses %s, once', async (_, object, violation) => {
  const validate = await loadObjectValidator(arc, 'HorizontalRunnerAutoscaler');
  expect(validate(object)).toEqual([violation]);
});
