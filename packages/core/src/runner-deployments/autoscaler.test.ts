import type { Autoscale } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { autoscalerSpec, objectsOf, originOf } from '../testing/compile.ts';
import { app, fleet, pool, scope } from '../testing/fleet-builder.ts';

function autoscale(fields: Partial<Autoscale>): Autoscale {
  return { min: 1, max: 4, schedule: [], reservations: [], ...fields };
}

it('targets the runner object of the same name by kind', async () => {
  expect(await autoscalerSpec(pool({ kind: 'set', autoscale: autoscale({}) }))).toEqual({
    scaleTargetRef: { kind: 'RunnerSet', name: 'acme-ci' },
    minReplicas: 1,
    maxReplicas: 4,
  });
});

it('writes shares and factors as text, adjustments as numbers, and the busy metric first', async () => {
  const spec = await autoscalerSpec(
    pool({
      autoscale: autoscale({
        scaleDownDelaySeconds: 600,
        busy: { up: 0.75, down: 1e-7, factorUp: 2, addDown: 1 },
        queued: { repositories: ['web'] },
      }),
    }),
  );
  expect(spec).toMatchObject({
    scaleDownDelaySecondsAfterScaleOut: 600,
    metrics: [
      {
        type: 'PercentageRunnersBusy',
        scaleUpThreshold: '0.75',
        scaleDownThreshold: '0.0000001',
        scaleUpFactor: '2',
        scaleDownAdjustment: 1,
      },
      { type: 'TotalNumberOfQueuedAndInProgressWorkflowRuns', repositoryNames: ['web'] },
    ],
  });
});

it('leaves the repositories out where the target is a repository', async () => {
  const spec = await autoscalerSpec(
    pool({ autoscale: autoscale({ queued: { repositories: [] } }) }),
  );
  expect(spec['metrics']).toEqual([{ type: 'TotalNumberOfQueuedAndInProgressWorkflowRuns' }]);
});

it('keeps 0 as a minimum and writes one workflow job trigger', async () => {
  const spec = await autoscalerSpec(
    pool({ autoscale: autoscale({ min: 0, webhook: { duration: '30m' } }) }),
  );
  expect(spec['minReplicas']).toBe(0);
  expect(spec['scaleUpTriggers']).toEqual([{ githubEvent: { workflowJob: {} }, duration: '30m' }]);
});

it('writes reservations in UTC', async () => {
  const reservations = [{ name: 'launch', replicas: 5, until: '2026-12-24T18:00:00+01:00' }];
  const spec = await autoscalerSpec(pool({ autoscale: autoscale({ reservations }) }));
  expect(spec['capacityReservations']).toEqual([
    { name: 'launch', replicas: 5, expirationTime: '2026-12-24T17:00:00Z' },
  ]);
});

const path = ['pools', 'ci', 'autoscale', 'schedule'];
const schedule = [
  {
    name: 'a',
    path: [...path, 'a'],
    from: '2027-01-01T00:00',
    to: '2027-01-02T00:00',
    zone: 'UTC',
    min: 0,
  },
  {
    name: 'b',
    path: [...path, 'b'],
    from: '2026-01-01T08:00',
    to: '2026-01-01T18:00',
    zone: 'UTC',
    every: 'day',
    min: 3,
  },
] as const;

it('sorts windows by their start, and answers from the window behind an override', async () => {
  const input = fleet({ pools: [pool({ autoscale: autoscale({ schedule }) })] });
  const [item] = await objectsOf(input, 'HorizontalRunnerAutoscaler');
  const spec = item!.object['spec'] as Record<string, unknown>;
  expect(spec['scheduledOverrides']).toEqual([
    {
      startTime: '2026-01-01T08:00:00Z',
      endTime: '2026-01-01T18:00:00Z',
      minReplicas: 3,
      recurrenceRule: { frequency: 'Daily' },
    },
    { startTime: '2027-01-01T00:00:00Z', endTime: '2027-01-02T00:00:00Z', minReplicas: 0 },
  ]);
  expect(originOf(item!, 'spec.scheduledOverrides.1.startTime')).toBe(
    'pools.ci.autoscale.schedule.a.from',
  );
  expect(originOf(item!, 'spec.scheduledOverrides.0.minReplicas')).toBe(
    'pools.ci.autoscale.schedule.b.min',
  );
});

it('polls with the same credential as the runners', async () => {
  const scopes = [scope({ credential: app('web-app') })];
  expect(await autoscalerSpec(pool({ scopes, autoscale: autoscale({}) }))).toMatchObject({
    githubAPICredentialsFrom: { secretRef: { name: 'web-app' } },
  });
});

it('answers for metrics and for the patch', async () => {
  const autoscaler = { scaleTargetRef: { kind: 'X' }, foo: { bar: 1 } };
  const busy = { up: 0.5 };
  const input = fleet({
    pools: [pool({ autoscale: autoscale({ busy }), patch: { autoscaler } })],
  });
  const [item] = await objectsOf(input, 'HorizontalRunnerAutoscaler');
  expect(originOf(item!, 'spec.metrics.0.scaleUpThreshold')).toBe('pools.ci.autoscale.on.busy.up');
  expect(originOf(item!, 'spec.scaleTargetRef.kind')).toBe(
    'pools.ci.patch.autoscaler.scaleTargetRef.kind',
  );
  expect(originOf(item!, 'spec.foo')).toBe('pools.ci.patch.autoscaler.foo');
});
