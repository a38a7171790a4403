import type { AnyFleetCheck } from '../fleet-check.ts';
import { badControllerVersion } from './bad-controller-version.rule.ts';
import { caNotInServer } from './ca-not-in-server.rule.ts';
import { controllerOfOtherChart } from './controller-of-other-chart.rule.ts';
import { defaultGroupNeverMatches } from './default-group-never-matches.rule.ts';
import { githubUrlNotABase } from './github-url-not-a-base.rule.ts';
import { gkeAdmissionPort } from './gke-admission-port.rule.ts';
import { nodePortUnused } from './node-port-unused.rule.ts';
import { oldCertManager } from './old-cert-manager.rule.ts';
import { untestedChartVersion } from './untested-chart-version.rule.ts';
import { visibilityWithoutGroups } from './visibility-without-groups.rule.ts';

/** Checks about the controller and what is installed with it. */
export const controllerChecks: readonly AnyFleetCheck[] = [
  badControllerVersion,
  untestedChartVersion,
  controllerOfOtherChart,
  defaultGroupNeverMatches,
  visibilityWithoutGroups,
  githubUrlNotABase,
  gkeAdmissionPort,
  caNotInServer,
  nodePortUnused,
  oldCertManager,
];
