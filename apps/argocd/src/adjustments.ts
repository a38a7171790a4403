import type { Adjustments, Fleet } from '@fleetc/fleet';
import type { Parameters } from './parameters.ts';
import { createRefusal } from './refusal.ts';

type Pool = Fleet['pools'][number];

// Numbers that a cluster may need otherwise than its neighbours; everything else belongs into the fleet's environments.
const path = /^pools\.([^.]+)\.(replicas|autoscale\.(?:min|max))$/;
const known = 'pools.NAME.replicas, pools.NAME.autoscale.min, pools.NAME.autoscale.max';

/**
 * Turns parameters into adjustments of the fleet, as it is without them: only pools of the environment can be chosen, and
 * only a number be replaced that is there.
 */
export function toAdjustments(
  { pools: wanted, overrides }: Parameters,
  { pools }: Pick<Fleet, 'pools'>,
): Adjustments {
  for (const name of wanted ?? []) findPool(name, pools);
  const patch: Record<string, Record<string, number>> = {};
  for (const [key, text] of Object.entries(overrides)) {
    const [, name = '', field = ''] = path.exec(key) ?? [];
    if (name === '') throw createRefusal(`override "${key}" is not known, only ${known}`);
    refuseOther(findPool(name, pools), field);
    patch[name] = { ...patch[name], [field.replace('autoscale.', '')]: readNumber(key, text) };
  }
  return {
    ...(wanted && { only: wanted }),
    ...(Object.keys(patch).length > 0 && { override: { pools: inPlace(patch, pools) } }),
  };
}

function findPool(name: string, pools: readonly Pool[]): Pool {
  const found = pools.find((pool) => pool.name === name);
  if (found) return found;
  const names = pools.map((pool) => pool.name).join(', ');
  throw createRefusal(`there is no pool "${name}" in this environment, only ${names || 'none'}`);
}

/** An override that would turn an autoscaler on or off is more than a number. */
function refuseOther({ name, autoscale }: Pool, field: string): void {
  const isScaled = autoscale !== undefined;
  if (isScaled === (field !== 'replicas')) return;
  const reason = isScaled ? 'has an autoscaler, which owns the number' : 'has no autoscaler';
  throw createRefusal(`override "pools.${name}.${field}" cannot be: pool "${name}" ${reason}`);
}

function readNumber(key: string, text: string): number {
  if (/^(0|[1-9]\d{0,5})$/.test(text)) return Number(text);
  throw createRefusal(`override "${key}" needs a whole number, not "${text}"`);
}

function inPlace(
  patch: Readonly<Record<string, Record<string, number>>>,
  pools: readonly Pool[],
): Record<string, Record<string, number | Record<string, number>>> {
  const place = (name: string, numbers: Record<string, number>) =>
    findPool(name, pools).autoscale ? { autoscale: numbers } : numbers;
  return Object.fromEntries(
    Object.entries(patch).map(([name, numbers]) => [name, place(name, numbers)]),
  );
}
