import type { AnyRule } from '@fleetc/diagnostics';
import { anonymousDockerHub } from './anonymous-docker-hub.rule.ts';
import { bundleChecks } from './bundle-checks.ts';
import { brokenLock } from './broken-lock.rule.ts';
import { brokenPathTemplate } from './broken-path-template.rule.ts';
import { imageNotLocked } from './image-not-locked.rule.ts';
import { digestChanged } from './digest-changed.rule.ts';
import { idlePullSecret } from './idle-pull-secret.rule.ts';
import { labelLeftOut } from './label-left-out.rule.ts';
import { loginAtOtherPort } from './login-at-other-port.rule.ts';
import { imageWithoutPlatform } from './image-without-platform.rule.ts';
import { lockMissing } from './lock-missing.rule.ts';
import { longProxiedName } from './long-proxied-name.rule.ts';
import { objectRefused } from './object-refused.rule.ts';
import { proxyBypassed } from './proxy-bypassed.rule.ts';
import { sealedSecretElsewhere } from './sealed-secret-elsewhere.rule.ts';
import { sealedSecretKeys } from './sealed-secret-keys.rule.ts';
import { sealedSecretOtherCertificate } from './sealed-secret-other-certificate.rule.ts';
import { sealedSecretTruncated } from './sealed-secret-truncated.rule.ts';
import { scheduleFollowsZone } from './schedule-follows-zone.rule.ts';
import { secretKeyMissing } from './secret-key-missing.rule.ts';
import { sharedCluster } from './shared-cluster.rule.ts';
import { sopsFileShared } from './sops-file-shared.rule.ts';
import { sopsRecipientsDiffer } from './sops-recipients-differ.rule.ts';
import { sopsSecretOutdated } from './sops-secret-outdated.rule.ts';
import { sopsSecretUnusable } from './sops-secret-unusable.rule.ts';
import { unknownPatchedField } from './unknown-patched-field.rule.ts';
import { unsupportedUpstream } from './unsupported-upstream.rule.ts';
import { valuesRefused } from './values-refused.rule.ts';

/** Every rule that the compiler reports, by code. */
export const coreRules: readonly AnyRule[] = [
  proxyBypassed,
  anonymousDockerHub,
  unsupportedUpstream,
  digestChanged,
  longProxiedName,
  loginAtOtherPort,
  idlePullSecret,
  brokenLock,
  imageNotLocked,
  lockMissing,
  imageWithoutPlatform,
  objectRefused,
  unknownPatchedField,
  valuesRefused,
  brokenPathTemplate,
  scheduleFollowsZone,
  labelLeftOut,
  ...bundleChecks,
  sharedCluster,
  sealedSecretElsewhere,
  sealedSecretKeys,
  sealedSecretTruncated,
  sealedSecretOtherCertificate,
  sopsSecretUnusable,
  secretKeyMissing,
  sopsRecipientsDiffer,
  sopsSecretOutdated,
  sopsFileShared,
];
