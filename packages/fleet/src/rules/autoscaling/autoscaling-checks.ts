import type { AnyFleetCheck } from '../fleet-check.ts';
import { busyFromZero } from './busy-from-zero.rule.ts';
import { busyThresholdsCrossed } from './busy-thresholds-crossed.rule.ts';
import { controllerFieldPatched } from './controller-field-patched.rule.ts';
import { minAboveMax } from './min-above-max.rule.ts';
import { noSignal } from './no-signal.rule.ts';
import { patchWithoutAutoscaler } from './patch-without-autoscaler.rule.ts';
import { patchedAutoscaler } from './patched-autoscaler.rule.ts';
import { patchedTarget } from './patched-target.rule.ts';
import { queuedAtEnterprise } from './queued-at-enterprise.rule.ts';
import { queuedInOtherAccount } from './queued-in-other-account.rule.ts';
import { queuedWithoutRepositories } from './queued-without-repositories.rule.ts';
import { repositoryCountedTwice } from './repository-counted-twice.rule.ts';
import { reservationAboveMax } from './reservation-above-max.rule.ts';
import { reservationsWithWebhook } from './reservations-with-webhook.rule.ts';
import { reusedRunnerOnWebhook } from './reused-runner-on-webhook.rule.ts';
import { shortReservation } from './short-reservation.rule.ts';
import { unverifiedWebhooks } from './unverified-webhooks.rule.ts';
import { webhookAndMetric } from './webhook-and-metric.rule.ts';
import { webhookWithoutServer } from './webhook-without-server.rule.ts';

/** Checks about autoscaling. */
export const autoscalingChecks: readonly AnyFleetCheck[] = [
  busyFromZero,
  minAboveMax,
  queuedWithoutRepositories,
  queuedAtEnterprise,
  queuedInOtherAccount,
  noSignal,
  webhookWithoutServer,
  unverifiedWebhooks,
  reservationsWithWebhook,
  busyThresholdsCrossed,
  controllerFieldPatched,
  patchWithoutAutoscaler,
  webhookAndMetric,
  shortReservation,
  reusedRunnerOnWebhook,
  repositoryCountedTwice,
  reservationAboveMax,
  patchedTarget,
  patchedAutoscaler,
];
