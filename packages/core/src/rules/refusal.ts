import type { Violation } from '@fleetc/kubernetes';

/** What the words of a refusal need. Never the refused value, which may be one that nobody should see. */
export interface Refusal {
  /** Such as `RunnerDeployment "acme-build"`. */
  readonly subject: string;
  /** Path in the object or in the values. */
  readonly field: string;
  readonly violation: Violation;
}

/** The middle of a sentence: `field "spec.replicas" must be an integer`. */
export function refusalMessage({ subject, field, violation }: Refusal): string {
  return `${subject}: field "${field}" ${violation.message}`;
}

/** What to do about a refused field, after what is known to be right. */
export function refusalFix({ violation: { kind, suggestion } }: Refusal): string {
  if (kind === 'missing-field') return 'add the field';
  if (suggestion === undefined) {
    return kind === 'unknown-field'
      ? 'remove the field'
      : 'change the value to what the field takes';
  }
  return kind === 'unknown-field' ? `did you mean "${suggestion}"?` : `use ${suggestion}`;
}
