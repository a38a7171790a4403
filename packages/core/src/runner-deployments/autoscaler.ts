import type { Autoscale, Reservation } from '@fleetc/fleet';
import { formatInstant, parseInstant } from '@fleetc/notation';
import { itemOf } from '../emission/item.ts';
import type { ObjectKind } from '../emission/object-item.ts';
import { metadataTable } from '../emission/object-metadata.ts';
import {
  type Context,
  field,
  filled,
  type Item,
  list,
  type Table,
  within,
} from '../emission/table.ts';
import { formatDecimal } from './decimal.ts';
import { credentialSecret, type RunnerContext } from './runner-context.ts';
import { overrideFields, scheduledOverrides } from './scheduled-overrides.ts';
import type { ScheduleCache } from './schedule.ts';

/** A runner context with what only its autoscaler needs. */
export interface AutoscalerContext extends RunnerContext {
  readonly autoscale: Autoscale;
  readonly schedules: ScheduleCache;
}

/** Thresholds and factors are strings in the CRD; adjustments are integers. */
export const busyFields: Table<AutoscalerContext> = [
  field('type', 'pool.autoscale.on.busy', () => 'PercentageRunnersBusy'),
  field('scaleUpThreshold', 'pool.autoscale.on.busy.up', (c) => decimal(c.autoscale.busy?.up)),
  field('scaleDownThreshold', 'pool.autoscale.on.busy.down', (c) =>
    decimal(c.autoscale.busy?.down),
  ),
  field('scaleUpFactor', 'pool.autoscale.on.busy.factorUp', (c) =>
    decimal(c.autoscale.busy?.factorUp),
  ),
  field('scaleDownFactor', 'pool.autoscale.on.busy.factorDown', (c) =>
    decimal(c.autoscale.busy?.factorDown),
  ),
  field('scaleUpAdjustment', 'pool.autoscale.on.busy.addUp', (c) => c.autoscale.busy?.addUp),
  field('scaleDownAdjustment', 'pool.autoscale.on.busy.addDown', (c) => c.autoscale.busy?.addDown),
];

export const queuedFields: Table<AutoscalerContext> = [
  field('type', 'pool.autoscale.on.queued', () => 'TotalNumberOfQueuedAndInProgressWorkflowRuns'),
  field('repositoryNames', 'pool.autoscale.on.queued.repositories', (c) =>
    filled(c.autoscale.queued?.repositories.map(bareName)),
  ),
];

export const triggerFields: Table<AutoscalerContext> = [
  // An empty `githubEvent` is ignored since ARC 0.23 (#1444); `workflowJob` is a map without fields.
  field('githubEvent.workflowJob', 'pool.autoscale.on.webhook', () => ({})),
  field('duration', 'pool.autoscale.on.webhook.duration', (c) => c.autoscale.webhook?.duration),
];

interface ReservationContext extends Context {
  readonly reservation: Reservation;
}

const reservationFields: Table<ReservationContext> = [
  field('name', 'reservation', ({ reservation }) => reservation.name),
  field('replicas', 'reservation.replicas', ({ reservation }) => reservation.replicas),
  field('expirationTime', 'reservation.until', ({ reservation }) => inUtc(reservation.until)),
];

/** Changes the number of runners of one runner object, whose name it shares. */
export const autoscaler: ObjectKind<AutoscalerContext> = {
  apiVersion: 'actions.summerwind.dev/v1alpha1',
  kind: 'HorizontalRunnerAutoscaler',
  stage: 'autoscalers',
  table: [
    ...metadataTable<AutoscalerContext>('pool', 'pool.namespace'),
    ...within<AutoscalerContext>('spec', [
      // Without a kind ARC looks for a RunnerDeployment.
      field('scaleTargetRef.kind', 'pool.kind', ({ kind }) => kind),
      field('scaleTargetRef.name', 'pool', ({ name }) => name),
      field('minReplicas', 'pool.autoscale.min', (c) => c.autoscale.min),
      field('maxReplicas', 'pool.autoscale.max', (c) => c.autoscale.max),
      field(
        'scaleDownDelaySecondsAfterScaleOut',
        'pool.autoscale.scaleDownDelay',
        (c) => c.autoscale.scaleDownDelaySeconds,
      ),
      list('metrics', 'pool.autoscale.on', metrics, [busyFields, queuedFields]),
      list('scaleUpTriggers', 'pool.autoscale.on.webhook', triggers, [triggerFields]),
      list('scheduledOverrides', 'pool.autoscale.schedule', scheduledOverrides, [overrideFields]),
      list('capacityReservations', 'pool.autoscale.reservations', reservations, [
        reservationFields,
      ]),
      field('githubAPICredentialsFrom.secretRef.name', 'scope.credentials', credentialSecret),
    ]),
  ],
};

// The only order of a pair that ARC accepts.
function metrics(context: AutoscalerContext): Item[] {
  const { busy, queued } = context.autoscale;
  return [
    ...(busy ? [item(busyFields, context)] : []),
    ...(queued ? [item(queuedFields, context)] : []),
  ];
}

// A second trigger would hide the autoscaler from the webhook server.
function triggers(context: AutoscalerContext): Item[] {
  return context.autoscale.webhook ? [item(triggerFields, context)] : [];
}

// ARC asks for the repository inside the owner of the scope, so the owner must not be repeated.
function bareName(repository: string): string {
  return repository.slice(repository.indexOf('/') + 1);
}

function reservations({ autoscale, pool }: AutoscalerContext): Item[] {
  return autoscale.reservations.map((reservation) => {
    const from = [...pool.path, 'autoscale', 'reservations', reservation.name];
    const context = { reservation, roots: { reservation: from }, words: {} };
    return itemOf(reservationFields, context, from);
  });
}

// UTC is how the API server gives the time back, so no tool sees a difference.
function inUtc(until: string): string {
  const instant = parseInstant(until);
  return instant === undefined ? until : formatInstant(instant);
}

function item(table: Table<AutoscalerContext>, context: AutoscalerContext): Item {
  return itemOf(table, context, [...context.pool.path, 'autoscale', 'on']);
}

function decimal(value: number | undefined): string | undefined {
  return value === undefined ? undefined : formatDecimal(value);
}
