import type { Json, JsonObject } from '../model.ts';
import type { ResourcesInput } from '../schema/input.ts';

/**
 * Puts resources into the words of Kubernetes, which reads a whole number or text, and refuses the 0.5 that people
 * write.
 */
export function resolveResources(input: ResourcesInput | undefined): JsonObject | undefined {
  if (!input) return undefined;
  const groups = Object.entries(input).map(([group, amounts]) => [group, toQuantities(amounts)]);
  return Object.fromEntries(groups) as JsonObject;
}

function toQuantities(amounts: Readonly<Record<string, string | number>> = {}): JsonObject {
  const quantities = Object.entries(amounts).map(([name, amount]): [string, Json] => [
    name,
    Number.isInteger(amount) ? amount : String(amount),
  ]);
  return Object.fromEntries(quantities);
}
