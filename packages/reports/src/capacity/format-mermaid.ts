import type { EnvironmentCapacity } from './environment-capacity.ts';

/**
 * A Mermaid bar chart that GitHub draws. Bars of one category lie on each other, the later one in front, so the maximum
 * comes first and the minimum is seen as a part of it.
 */
export function formatCapacityMermaid({
  fleet,
  environment,
  capacity,
}: EnvironmentCapacity): string {
  const pools = capacity.pools;
  const names = pools.map(({ name }) => `"${name}"`);
  const where = environment === 'default' ? fleet : `${fleet} in ${environment}`;
  // An axis needs a length even where no pool has a runner.
  const top = Math.max(1, ...pools.map(({ runners }) => runners.maximum));
  return [
    'xychart-beta horizontal',
    `    title "Runners of ${where}: minimum within maximum"`,
    `    x-axis [${names.join(', ')}]`,
    `    y-axis "runners" 0 --> ${top}`,
    `    bar [${pools.map(({ runners }) => runners.maximum).join(', ')}]`,
    `    bar [${pools.map(({ runners }) => runners.minimum).join(', ')}]`,
    '',
  ].join('\n');
}
