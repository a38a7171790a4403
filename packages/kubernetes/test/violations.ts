import type { Path } from '@fleetc/diagnostics';
import type { Violation } from '../src/violation.ts';

/** One mistake in an otherwise valid value, and all that is said about it. */
export type Case<T = object> = readonly [mistake: string, value: T, violation: Violation];

export function unknown(path: Path, suggestion?: string): Violation {
  const message = 'is not a known field';
  return { kind: 'unknown-field', path, message, ...(suggestion && { suggestion }) };
}

export function missing(path: Path): Violation {
  return { kind: 'missing-field', path, message: 'is required' };
}

export function wrong(path: Path, type: string): Violation {
  return { kind: 'wrong-type', path, message: `must be ${type}` };
}

export function format(path: Path, message: string): Violation {
  return { kind: 'bad-format', path, message };
}

export function refused(path: Path, message: string, suggestion?: string): Violation {
  return { kind: 'not-allowed', path, message, ...(suggestion !== undefined && { suggestion }) };
}
