import type { AnyRule } from '@fleetc/diagnostics';
import { anonymousDockerHub } from './anonymous-docker-hub.rule.ts';
import { bundleChecks } from './bundle-checks.ts';
import { brokenPathTemplate } from './broken-path-template.rule.ts';
import { labelLeftOut } from './label-left-out.rule.ts';
import { objectRefused } from './object-refused.rule.ts';
import { proxyBypassed } from './proxy-bypassed.rule.ts';
import { scheduleFollowsZone } from './schedule-follows-zone.rule.ts';
import { sharedCluster } from './shared-cluster.rule.ts';
import { unknownPatchedField } from './unknown-patched-field.rule.ts';
import { valuesRefused } from './values-refused.rule.ts';

/** Every rule that the compiler reports, by code. */
export const coreRules: readonly AnyRule[] = [
  proxyBypassed,
  anonymousDockerHub,
  objectRefused,
  unknownPatchedField,
  valuesRefused,
  brokenPathTemplate,
  scheduleFollowsZone,
  labelLeftOut,
  ...bundleChecks,
  sharedCluster,
];
