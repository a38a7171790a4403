import type { Amounts, Capacity, ClaimUse, RunnerRange } from '@fleetc/fleet';
import { alignColumns, alignTerms } from './align-columns.ts';
import { assumptions } from './assumptions.ts';
import { apiLines, hubLines, sharedLines } from './budget-lines.ts';
import { type EnvironmentCapacity, sharedLimits } from './environment-capacity.ts';
import { formatAmount } from './format-amount.ts';

/** For a terminal of 80 columns: runners and requests by pool, both budgets with their sums, and what they rest on. */
export function formatCapacityTable(
  environments: readonly EnvironmentCapacity[],
  hasEnvironments: boolean,
): string {
  const sections = environments.flatMap(({ environment, capacity }) => [
    ...(hasEnvironments ? [[`Environment ${environment}`]] : []),
    poolLines(capacity),
    ...(capacity.claims.count > 0 ? [claimLines(capacity)] : []),
    apiLines(capacity.api),
    hubLines(capacity.hub),
  ]);
  const shared = sharedLimits(environments);
  if (shared.length > 0) {
    if (environments.length > 1) sections.push(['Environments together']);
    sections.push(sharedLines(shared, hasEnvironments));
  }
  const notes = assumptions(
    environments.map(({ capacity }) => capacity),
    shared,
  );
  const counted = ['How this is counted', ...notes.map((note) => `- ${note}`)];
  return `${[...sections, counted].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const headings = ['POOL', 'SCOPES', 'RUNNERS', 'CPU', 'MEMORY', 'STORAGE', 'CLAIMS'];
const shownResources = ['cpu', 'memory', 'ephemeral-storage'];

function poolLines({ pools, runners, requests, claims }: Capacity): string[] {
  const rows = pools.map((pool) => [
    pool.name,
    String(pool.scopes.length),
    formatRange(pool.runners),
    ...amountCells(pool.requests),
    formatCount(pool.claims.reduce((sum, { count }) => sum + count, 0)),
  ]);
  const sums = [formatRange(runners), ...amountCells(requests), formatCount(claims.count)];
  const others = Object.entries(requests).filter(([name]) => !shownResources.includes(name));
  return [
    'Runners, and what they request at maximum (STORAGE is ephemeral-storage)',
    '',
    ...alignColumns([headings, ...rows, ['total', '', ...sums]]),
    ...others.map(([name, size]) => `also ${name}: ${formatAmount(size)}`),
  ];
}

function claimLines({ pools, claims }: Capacity): string[] {
  const terms = pools.flatMap((pool) =>
    pool.claims.map((use): [string, string] => [
      formatAmount(use.total),
      claimTerm(pool.name, use),
    ]),
  );
  return [`Claims at maximum: ${claims.count}, ${formatAmount(claims.size)}`, ...alignTerms(terms)];
}

function claimTerm(
  pool: string,
  { volume, lifetime, storageClass, size, count }: ClaimUse,
): string {
  const where = storageClass === undefined ? '' : ` of class ${storageClass}`;
  const fate = lifetime === 'kept' ? 'kept' : 'gone with the pod';
  return `${pool}: ${formatAmount(size)} × ${count} for volume ${volume}${where}, ${fate}`;
}

function amountCells(amounts: Amounts): string[] {
  return shownResources.map((name) => {
    const size = amounts[name];
    return size && size.nano !== 0n ? formatAmount(size) : '-';
  });
}

function formatCount(count: number): string {
  return count === 0 ? '-' : String(count);
}

function formatRange({ minimum, maximum }: RunnerRange): string {
  return minimum === maximum ? String(maximum) : `${minimum} to ${maximum}`;
}
