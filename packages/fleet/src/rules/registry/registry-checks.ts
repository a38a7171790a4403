import type { AnyFleetCheck } from '../fleet-check.ts';
import { ecrLoginExpires } from './ecr-login-expires.rule.ts';
import { hubByOtherName } from './hub-by-other-name.rule.ts';
import { libraryLeftOut } from './library-left-out.rule.ts';
import { mirrorOfOtherUpstream } from './mirror-of-other-upstream.rule.ts';
import { portAtJfrogCloud } from './port-at-jfrog-cloud.rule.ts';
import { robotName } from './robot-name.rule.ts';

/** Checks about registries: proxies, mirrors and the logins at them. */
export const registryChecks: readonly AnyFleetCheck[] = [
  libraryLeftOut,
  mirrorOfOtherUpstream,
  robotName,
  ecrLoginExpires,
  hubByOtherName,
  portAtJfrogCloud,
];
