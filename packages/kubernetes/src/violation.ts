import type { Path } from '@fleetc/diagnostics';

/** One way in which an object or a values file breaks its schema. Never holds the offending value. */
export interface Violation {
  readonly kind: 'unknown-field' | 'missing-field' | 'wrong-type' | 'not-allowed' | 'bad-format';
  /** The place in the object; for an unknown or missing field, the field itself. */
  readonly path: Path;
  /** One clause in plain words, no full stop, such as `must be an integer`. */
  readonly message: string;
  /** The nearest known name for an unknown field, or the allowed values. */
  readonly suggestion?: string;
}
