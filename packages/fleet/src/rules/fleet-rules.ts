import type { AnyRule, Diagnostic, Path } from '@fleetc/diagnostics';
import type { Fleet } from '../model.ts';
import { busyFromZero } from './autoscaling/busy-from-zero.rule.ts';
import { busyThresholdsCrossed } from './autoscaling/busy-thresholds-crossed.rule.ts';
import { minAboveMax } from './autoscaling/min-above-max.rule.ts';
import { noSignal } from './autoscaling/no-signal.rule.ts';
import { queuedAtEnterprise } from './autoscaling/queued-at-enterprise.rule.ts';
import { queuedInOtherAccount } from './autoscaling/queued-in-other-account.rule.ts';
import { queuedWithoutRepositories } from './autoscaling/queued-without-repositories.rule.ts';
import { reservationsWithWebhook } from './autoscaling/reservations-with-webhook.rule.ts';
import { unverifiedWebhooks } from './autoscaling/unverified-webhooks.rule.ts';
import { webhookWithoutServer } from './autoscaling/webhook-without-server.rule.ts';
import { appAtEnterprise } from './credentials/app-at-enterprise.rule.ts';
import { appForSeveralOwners } from './credentials/app-for-several-owners.rule.ts';
import { loginWithoutUsername } from './credentials/login-without-username.rule.ts';
import { secretKeyNotRead } from './credentials/secret-key-not-read.rule.ts';
import { secretNameCollision } from './credentials/secret-name-collision.rule.ts';
import { unusedCredential } from './credentials/unused-credential.rule.ts';
import { kubernetesWithoutVolume } from './docker/kubernetes-without-volume.rule.ts';
import { noResources } from './docker/no-resources.rule.ts';
import { reservedVariable } from './docker/reserved-variable.rule.ts';
import { reservedVolume } from './docker/reserved-volume.rule.ts';
import { unknownUbuntu } from './docker/unknown-ubuntu.rule.ts';
import { withoutSidecar } from './docker/without-sidecar.rule.ts';
import { workVolumeIncomplete } from './docker/work-volume-incomplete.rule.ts';
import { type AnyFleetCheck, runCheck } from './fleet-check.ts';
import { badImageReference } from './images/bad-image-reference.rule.ts';
import { dindImageMismatch } from './images/dind-image-mismatch.rule.ts';
import { floatingImage } from './images/floating-image.rule.ts';
import { scaleSetImage } from './images/scale-set-image.rule.ts';
import { groupAtRepository } from './labels/group-at-repository.rule.ts';
import { labelTwice } from './labels/label-twice.rule.ts';
import { labelWithComma } from './labels/label-with-comma.rule.ts';
import { nameCollision } from './names/name-collision.rule.ts';
import { reservedLabel } from './names/reserved-label.rule.ts';
import { poolNotWatched } from './namespaces/pool-not-watched.rule.ts';
import { referenceRules } from './references/reference-rules.ts';
import { windowLongerThanPeriod } from './schedule/window-longer-than-period.rule.ts';
import { windowNeverOpen } from './schedule/window-never-open.rule.ts';
import { literalSecret } from './secrets/literal-secret.rule.ts';
import { shapeRules } from './shape/shape-rules.ts';
import { textRules } from './text/text-rules.ts';

const checks: readonly AnyFleetCheck[] = [
  badImageReference,
  appAtEnterprise,
  appForSeveralOwners,
  unusedCredential,
  secretKeyNotRead,
  loginWithoutUsername,
  secretNameCollision,
  labelWithComma,
  labelTwice,
  groupAtRepository,
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
  noResources,
  kubernetesWithoutVolume,
  workVolumeIncomplete,
  withoutSidecar,
  unknownUbuntu,
  reservedVariable,
  reservedVolume,
  floatingImage,
  scaleSetImage,
  dindImageMismatch,
  windowNeverOpen,
  windowLongerThanPeriod,
  nameCollision,
  reservedLabel,
  poolNotWatched,
];

/** Every rule of the language, in the order of codes. */
export const fleetRules: readonly AnyRule[] = [
  ...textRules,
  ...shapeRules,
  ...referenceRules,
  literalSecret,
  ...checks,
].sort((a, b) => (a.code < b.code ? -1 : 1));

/**
 * Checks a resolved fleet against every rule. `silences` says where an earlier finding makes a later one an echo; rules
 * that judge by what is absent stay silent altogether when anything was taken out.
 */
export function checkFleet(
  fleet: Fleet,
  isWhole: boolean,
  silences: (path: Path) => boolean,
): Diagnostic[] {
  return checks
    .filter((rule) => isWhole || !rule.needsWholeFleet)
    .flatMap((rule) => runCheck(rule, fleet))
    .filter(({ path }) => !path || !silences(path));
}
