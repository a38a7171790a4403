import type { Bundle } from '@fleetc/core';
import { deriveName } from '@fleetc/notation';
import type { LayoutOptions } from '../target.ts';

/** Objects of agents become labels of what they install, and a label value ends at 63 characters. */
const longest = 63;

/** The name of an agent's object: unlike those of other fleets and environments beside it. */
export function agentName(bundle: Bundle, options: LayoutOptions, part: string): string {
  return ownName(bundle, options, part, longest);
}

/** A name of at most so many characters, unlike those of other fleets and environments beside it. */
export function ownName(
  bundle: Bundle,
  options: LayoutOptions,
  part: string,
  most: number,
): string {
  return deriveName([...owners(bundle, options), part].join('-'), most);
}

/** Labels that tell whose an agent's object is. */
export function agentLabels(bundle: Bundle, options: LayoutOptions): Record<string, string> {
  return {
    'app.kubernetes.io/part-of': bundle.fleet,
    'app.kubernetes.io/managed-by': 'fleetc',
    ...(options.hasEnvironments && { 'fleetc.dev/environment': bundle.environment }),
  };
}

/** The folder of an environment's files, which ends in a slash; empty where a fleet has no environments. */
export function environmentFolder(bundle: Bundle, { hasEnvironments }: LayoutOptions): string {
  return hasEnvironments ? `${bundle.environment}/` : '';
}

/** Throws where two objects got one name, because an agent would take them for one and the same. */
export function refuseSameNames(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two objects are named ${twice}`);
}

function owners({ fleet, environment }: Bundle, { hasEnvironments }: LayoutOptions): string[] {
  return hasEnvironments ? [fleet, environment] : [fleet];
}
