import type { Diagnostic, Path } from '@fleetc/diagnostics';
import type { LimitName, Limits } from '../limits.ts';
import type { Document } from '../parse/document.ts';
import { reportLimit } from '../parse/report-limit.ts';
import { isPlain, type Plain, valueAt } from '../resolve/plain.ts';

/** What every environment and every pool is made of besides what the file says of it, in values. */
const weights = { environment: 500, pool: 20 };

/**
 * The first limit that a file passes by what comes of it: a short file can ask for as much as a long one, because each
 * environment has all pools, and each pool all of its profiles.
 */
export function checkSize(document: Document, limits: Limits): Diagnostic | undefined {
  const excess = findExcess(document.value, limits);
  if (!excess) return undefined;
  const [name, path] = excess;
  return reportLimit(name, limits, document.span(path, 'key'), path);
}

function findExcess(value: unknown, limits: Limits): readonly [LimitName, Path] | undefined {
  const outputs = valueAt(value, ['outputs']);
  if (Array.isArray(outputs) && outputs.length > limits.outputs) return ['outputs', ['outputs']];
  const schedule = schedulesOf(value).find(({ size }) => size > limits.windows);
  if (schedule) return ['windows', schedule.path];
  const environments = Object.keys(mapAt(value, ['environments'])).length || 1;
  const pools = sizeOfPools(value, limits.effectiveValues);
  const perEnvironment = weights.environment + pools;
  if (environments * perEnvironment <= limits.effectiveValues) return undefined;
  return ['effectiveValues', [pools > weights.environment ? 'pools' : 'environments']];
}

function schedulesOf(value: unknown): { readonly path: Path; readonly size: number }[] {
  const overrides = Object.keys(mapAt(value, ['environments'])).map((name): Path => [
    'environments',
    name,
    'override',
  ]);
  return [[], ...overrides].flatMap((above: Path) =>
    ['pools', 'profiles'].flatMap((block) =>
      Object.keys(mapAt(value, [...above, block])).map((name) => {
        const path = [...above, block, name, 'autoscale', 'schedule'];
        return { path, size: Object.keys(mapAt(value, path)).length };
      }),
    ),
  );
}

function sizeOfPools(value: unknown, most: number): number {
  const profiles = mapAt(value, ['profiles']);
  const sizes = new Map(Object.entries(profiles).map(([name, body]) => [name, countValues(body)]));
  const always = sizes.get('default') ?? 0;
  let total = 0;
  for (const pool of Object.values(mapAt(value, ['pools']))) {
    const listed = isPlain(pool) && Array.isArray(pool['profiles']) ? pool['profiles'] : [];
    total += weights.pool + always + countValues(pool);
    for (const name of listed) total += sizes.get(String(name)) ?? 0;
    if (total > most) break;
  }
  return total;
}

function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, child) => sum + countValues(child), 1);
}

function mapAt(value: unknown, path: Path): Plain {
  const found = valueAt(value, path);
  return isPlain(found) ? found : {};
}
