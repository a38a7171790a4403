import type { Path } from '@fleetc/diagnostics';
import { errorWords } from './error-words.ts';
import type { SchemaCheck } from './schema-error.ts';
import type { Violation } from './violation.ts';

/** Runs a check and tells what it found, in the order of the schema; empty for a valid value. */
export function collectViolations(check: SchemaCheck, value: unknown): readonly Violation[] {
  if (check(value)) return [];
  return (check.errors ?? []).flatMap((error) => {
    const words = errorWords(error);
    if (!words) return [];
    const { step, ...rest } = words;
    const path = pointerPath(error.instancePath, value);
    return [{ ...rest, path: step === undefined ? path : [...path, step] }];
  });
}

// A pointer does not tell an index from a name made of digits; the value does.
function pointerPath(pointer: string, value: unknown): Path {
  const path: (string | number)[] = [];
  let parent = value;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(parent) ? Number(name) : name);
    parent = (parent as Record<string, unknown>)[name];
  }
  return path;
}
