import type { AnyRule } from '@fleetc/diagnostics';
import * as advice from './advice-rules.ts';
import * as refusals from './refusal-rules.ts';
import * as strays from './stray-rules.ts';
import * as world from './world-rules.ts';

export { defaultPathMisfits, staleOutput } from './advice-rules.ts';

/** Every rule of this package, in the order of codes. No fleet.yaml can break one, so they have no examples. */
export const outputRules: readonly AnyRule[] = [
  ...Object.values(world),
  ...Object.values(refusals),
  ...Object.values(strays),
  ...Object.values(advice),
].sort((a, b) => (a.code < b.code ? -1 : 1));

const worldCodes: ReadonlySet<string> = new Set(Object.values(world).map((rule) => rule.code));

/** Whether a finding says that the disk or the system failed, rather than that the output refuses what it found. */
export function isWorldFailure(code: string): boolean {
  return worldCodes.has(code);
}
