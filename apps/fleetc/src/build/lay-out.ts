import type { Compilation } from '@fleetc/core';
import { isTargetName, targets } from '@fleetc/targets';
import { lastValue, type Invocation } from '../cli/invocation.ts';

/** The files of a compilation without errors, as `--target` arranges them. */
export async function layOut(
  invocation: Invocation,
  { environments, hasEnvironments }: Compilation,
): Promise<ReadonlyMap<string, string>> {
  const name = lastValue(invocation, 'target') ?? 'plain';
  if (!isTargetName(name)) throw new Error(`target "${name}" has no code`);
  const target = await targets[name]();
  const bundles = environments.flatMap(({ bundle }) => (bundle ? [bundle] : []));
  return target.layout(bundles, { hasEnvironments });
}
