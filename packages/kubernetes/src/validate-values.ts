import { collectViolations } from './collect-violations.ts';
import type { SchemaCheck } from './schema-error.ts';
import type { Validator } from './validate-object.ts';

/** Charts whose values can be checked. */
export type Chart = 'actions-runner-controller' | 'cert-manager';

const checks: Readonly<Record<Chart, () => Promise<SchemaCheck>>> = {
  'actions-runner-controller': async () =>
    (await import('./generated/validators/actions-runner-controller.ts')).values,
  'cert-manager': async () => (await import('./generated/validators/cert-manager.ts')).values,
};

/** Loads the validator of a chart's values; unknown keys are violations, though Helm itself ignores them. */
export async function loadValuesValidator(chart: Chart): Promise<Validator> {
  const check = await checks[chart]();
  return (values) => collectViolations(check, values);
}
