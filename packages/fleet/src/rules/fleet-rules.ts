import type { AnyRule, Diagnostic, Path } from '@fleetc/diagnostics';
import type { Fleet } from '../model.ts';
import { autoscalingChecks } from './autoscaling/autoscaling-checks.ts';
import { budgetsChecks } from './budgets/budgets-checks.ts';
import { controllerChecks } from './controller/controller-checks.ts';
import { credentialsChecks } from './credentials/credentials-checks.ts';
import { dockerChecks } from './docker/docker-checks.ts';
import { imagesChecks } from './images/images-checks.ts';
import { labelsChecks } from './labels/labels-checks.ts';
import { namesChecks } from './names/names-checks.ts';
import { namespacesChecks } from './namespaces/namespaces-checks.ts';
import { outputsChecks } from './outputs/outputs-checks.ts';
import { registryChecks } from './registry/registry-checks.ts';
import { scheduleChecks } from './schedule/schedule-checks.ts';
import { scopesChecks } from './scopes/scopes-checks.ts';
import { type AnyFleetCheck, runCheck } from './fleet-check.ts';
import { nullWithoutEffect } from './references/null-rule.ts';
import { overrideRules } from './references/override-rules.ts';
import { referenceRules } from './references/reference-rules.ts';
import { secretRules } from './references/secret-rules.ts';
import { literalSecret } from './secrets/literal-secret.rule.ts';
import { suspiciousValue } from './secrets/suspicious-value.rule.ts';
import { shapeRules } from './shape/shape-rules.ts';
import { ambiguousValueRules } from './text/ambiguous-value-rules.ts';
import { textRules } from './text/text-rules.ts';

const checks: readonly AnyFleetCheck[] = [
  ...autoscalingChecks,
  ...budgetsChecks,
  ...controllerChecks,
  ...credentialsChecks,
  ...dockerChecks,
  ...imagesChecks,
  ...labelsChecks,
  ...namesChecks,
  ...namespacesChecks,
  ...outputsChecks,
  ...registryChecks,
  ...scheduleChecks,
  ...scopesChecks,
];

/** Every rule of the language, in the order of codes. */
export const fleetRules: readonly AnyRule[] = [
  ...textRules,
  ...ambiguousValueRules,
  ...shapeRules,
  ...referenceRules,
  ...overrideRules,
  nullWithoutEffect,
  ...secretRules,
  literalSecret,
  suspiciousValue,
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
