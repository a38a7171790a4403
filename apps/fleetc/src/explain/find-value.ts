import { formatPath, nearest, type Path } from '@fleetc/diagnostics';
import type { Json, JsonObject } from '@fleetc/fleet';

/** A value of the effective fleet, or one sentence that says which step leads nowhere and what was meant. */
export type Lookup = { readonly value: Json } | { readonly problem: string };

/** Follows a path from the top of the effective fleet. */
export function findValue(effective: JsonObject, path: Path): Lookup {
  let value: Json = effective;
  for (const [index, step] of path.entries()) {
    const next: Json | undefined = takeStep(value, step);
    if (next === undefined) return { problem: describeMissing(value, path.slice(0, index), step) };
    value = next;
  }
  return { value };
}

function takeStep(value: Json, step: string | number): Json | undefined {
  if (Array.isArray(value)) return value[Number(step)];
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function describeMissing(value: Json, parent: Path, step: string | number): string {
  const subject = `the fleet has no "${formatPath([...parent, step])}"`;
  const keys = isObject(value) ? Object.keys(value) : [];
  const meant = nearest(String(step), keys);
  if (meant !== undefined) return `${subject}; did you mean "${formatPath([...parent, meant])}"?`;
  if (keys.length === 0 || keys.length > 8) return subject;
  return `${subject}; ${parent.length === 0 ? 'it' : `"${formatPath(parent)}"`} has ${keys.join(', ')}`;
}

/** Whether a value has keys of its own. */
export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
