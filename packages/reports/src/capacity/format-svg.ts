import type { PoolCapacity } from '@fleetc/fleet';
import { chartScale } from './chart-scale.ts';
import type { EnvironmentCapacity } from './environment-capacity.ts';

const rowHeight = 26;
const barHeight = 16;
const top = 64;
const plotWidth = 480;
/** Of the monospaced face that names are set in, a little more than any common one has. */
const characterWidth = 7.4;
const longestName = 32;

const style = `
    svg { --ink: #1f2328; --quiet: #59636e; --line: #d1d9e0; --most: #a8c8f0; --fewest: #0969da; }
    @media (prefers-color-scheme: dark) {
      svg { --ink: #f0f6fc; --quiet: #9198a1; --line: #3d444d; --most: #1f4a80; --fewest: #4493f8; }
    }
    text { font: 12px ui-monospace, Menlo, Consolas, monospace; fill: var(--ink); }
    .title { font-size: 14px; font-weight: 600; }
    .quiet { fill: var(--quiet); }
    .line { stroke: var(--line); }
    .most { fill: var(--most); }
    .fewest { fill: var(--fewest); }
  `;

/** A bar for each pool, from nothing to its maximum, the minimum darker within. Follows the colours of the page. */
export function formatCapacitySvg({ fleet, environment, capacity }: EnvironmentCapacity): string {
  const { pools, runners } = capacity;
  const names = pools.map(({ name }) => shorten(name).length);
  const left = Math.ceil(24 + Math.max(5, ...names) * characterWidth);
  const scale = chartScale(Math.max(0, ...pools.map((pool) => pool.runners.maximum)));
  const bottom = top + pools.length * rowHeight;
  const x = (count: number) => left + Math.round((count / scale.end) * plotWidth * 10) / 10;
  const where = environment === 'default' ? fleet : `${fleet} in ${environment}`;
  const title = `Runners of ${where}: ${range(runners)}`;
  const [width, height] = [left + plotWidth + 88, bottom + 32];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `  <title>${escapeText(title)}</title>`,
    `  <style>${style}</style>`,
    `  <text class="title" x="16" y="26">${escapeText(title)}</text>`,
    ...legend(),
    ...scale.ticks.flatMap((tick) => gridLine(x(tick), bottom, tick)),
    ...pools.flatMap((pool, index) => bar(pool, top + index * rowHeight, { left, x })),
    '</svg>',
    '',
  ].join('\n');
}

function legend(): string[] {
  return [
    '  <rect class="fewest" x="16" y="38" width="12" height="12" rx="2"/>',
    '  <text class="quiet" x="34" y="48">minimum</text>',
    '  <rect class="most" x="104" y="38" width="12" height="12" rx="2"/>',
    '  <text class="quiet" x="122" y="48">maximum</text>',
  ];
}

function gridLine(x: number, bottom: number, tick: number): string[] {
  return [
    `  <line class="line" x1="${x}" y1="${top - 4}" x2="${x}" y2="${bottom}"/>`,
    `  <text class="quiet" x="${x}" y="${bottom + 16}" text-anchor="middle">${tick}</text>`,
  ];
}

interface Place {
  readonly left: number;
  readonly x: (count: number) => number;
}

function bar({ name, scopes, runners }: PoolCapacity, y: number, { left, x }: Place): string[] {
  const middle = y + barHeight / 2 + 4;
  const width = (count: number) => Math.round((x(count) - left) * 10) / 10;
  const at = scopes.length === 1 ? 'one scope' : `${scopes.length} scopes`;
  return [
    '  <g>',
    `    <title>${escapeText(`pool "${name}" at ${at}: ${range(runners)} runners`)}</title>`,
    `    <text x="${left - 8}" y="${middle}" text-anchor="end">${escapeText(shorten(name))}</text>`,
    `    <rect class="most" x="${left}" y="${y}" width="${width(runners.maximum)}" height="${barHeight}" rx="2"/>`,
    `    <rect class="fewest" x="${left}" y="${y}" width="${width(runners.minimum)}" height="${barHeight}" rx="2"/>`,
    `    <text class="quiet" x="${x(runners.maximum) + 8}" y="${middle}">${range(runners)}</text>`,
    '  </g>',
  ];
}

function range({ minimum, maximum }: PoolCapacity['runners']): string {
  return minimum === maximum ? String(maximum) : `${minimum} to ${maximum}`;
}

function shorten(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1)}…`;
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
