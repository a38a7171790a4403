import type { ImageUse } from '@fleetc/core';

/** The images of one environment. */
export interface EnvironmentImages {
  readonly environment: string;
  readonly images: readonly ImageUse[];
}

/** One line an image; the environment is a column only where the fleet has several. */
export function formatImageTable(
  environments: readonly EnvironmentImages[],
  hasEnvironments: boolean,
): string {
  const heading = ['UPSTREAM', 'REFERENCE', 'PULL SECRETS', 'PULLED BY'];
  const rows = environments.flatMap(({ environment, images }) =>
    images.map((image) => (hasEnvironments ? [environment, ...toRow(image)] : toRow(image))),
  );
  return formatTable([hasEnvironments ? ['ENVIRONMENT', ...heading] : heading, ...rows]);
}

function toRow({ upstream, reference, consumers, pullSecrets }: ImageUse): string[] {
  return [upstream, reference, pullSecrets.join(', ') || '-', shorten(consumers).join(', ')];
}

/** Says `pools a, b` once instead of `pool` for each: a fleet has many, and a line should stay readable. */
function shorten(consumers: readonly string[]): string[] {
  const words: string[] = [];
  const pools = new Map<string, string[]>();
  for (const consumer of consumers) {
    const [, role, pool] = /^(.*)\bpool "(.+)"$/.exec(consumer) ?? [];
    if (role === undefined || pool === undefined) words.push(consumer);
    else pools.set(role, [...(pools.get(role) ?? []), pool]);
  }
  const grouped = [...pools].map(
    ([role, names]) => `${role}${names.length > 1 ? 'pools' : 'pool'} ${names.join(', ')}`,
  );
  return [...words, ...grouped];
}

function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) =>
    row.map((cell, column) => cell.padEnd(widths[column]!)).join('  '),
  );
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}
