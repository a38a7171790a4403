import type { Results } from '../results.ts';

interface Point {
  readonly pools: number;
  readonly seconds: number;
}

const [width, height] = [720, 420];
const frame = { left: 64, right: 596, top: 24, bottom: 372 };
const colors = ['#0969da', '#8250df', '#bf3989', '#bc4c00', '#4d7c0f', '#57606a'];

/** Seconds by pools, both logarithmic, a line for fleetc and for each peer. */
export function drawChart({ sizes, peers }: Results): string {
  const own = sizes.map(({ pools, build }) => ({ pools, seconds: build.wall }));
  const names = [...new Set(peers.flatMap((each) => Object.keys(each.peers)))];
  const others = names.map((name): [string, Point[]] => [
    name,
    peers.flatMap(({ pools, peers: taken }) =>
      taken[name] ? [{ pools, seconds: taken[name].wall }] : [],
    ),
  ]);
  const lines: [string, readonly Point[]][] = [['fleetc', own], ...others];
  const scale = createScale(lines.flatMap(([, points]) => points));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="13">`,
    '<title>Seconds of a whole process by pools, for fleetc and its peers</title>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...drawGrid(scale),
    ...lines.map(([name, points], index) =>
      drawLine(name, points, colors[index % colors.length]!, scale),
    ),
    ...placeNames(lines, scale),
    '</svg>\n',
  ].join('\n');
}

interface Scale {
  readonly x: (pools: number) => number;
  readonly y: (seconds: number) => number;
  readonly pools: readonly number[];
  readonly seconds: readonly number[];
}

function createScale(points: readonly Point[]): Scale {
  const pools = powers(points.map((point) => point.pools));
  const seconds = powers(points.map((point) => point.seconds));
  return {
    x: (value) => place(value, pools, frame.left, frame.right),
    y: (value) => place(value, seconds, frame.bottom, frame.top),
    pools,
    seconds,
  };
}

/** Where a value lies between two ends, by its logarithm. */
function place(value: number, range: readonly number[], from: number, to: number): number {
  const [low, high] = [Math.log10(range[0]!), Math.log10(range.at(-1)!)];
  return from + ((Math.log10(value) - low) / (high - low)) * (to - from);
}

/** The powers of ten around some values. */
function powers(values: readonly number[]): number[] {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
}

function drawGrid({ x, y, pools, seconds }: Scale): string[] {
  const vertical = pools.map((value) => {
    const at = x(value).toFixed(1);
    return `<path d="M${at} ${frame.top}V${frame.bottom}" stroke="#d0d7de"/><text x="${at}" y="${frame.bottom + 20}" text-anchor="middle" fill="#57606a">${value}</text>`;
  });
  const horizontal = seconds.map((value) => {
    const at = y(value).toFixed(1);
    return `<path d="M${frame.left} ${at}H${frame.right}" stroke="#d0d7de"/><text x="${frame.left - 8}" y="${Number(at) + 4}" text-anchor="end" fill="#57606a">${Number(value.toPrecision(1))} s</text>`;
  });
  const middle = (frame.left + frame.right) / 2;
  return [
    ...vertical,
    ...horizontal,
    `<text x="${middle}" y="${height - 8}" text-anchor="middle" fill="#57606a">pools</text>`,
  ];
}

function drawLine(name: string, points: readonly Point[], color: string, { x, y }: Scale): string {
  const places = points.map(
    ({ pools, seconds }) => `${x(pools).toFixed(1)} ${y(seconds).toFixed(1)}`,
  );
  const strong = name === 'fleetc' ? 3 : 1.5;
  const dots = places.map(
    (place) => `<circle cx="${place.replace(' ', '" cy="')}" r="3" fill="${color}"/>`,
  );
  return `<path d="M${places.join('L')}" fill="none" stroke="${color}" stroke-width="${strong}"/>${dots.join('')}`;
}

/** Each name beside the end of its line, moved apart where two lines end at the same height. */
function placeNames(lines: readonly [string, readonly Point[]][], { x, y }: Scale): string[] {
  const ends = lines.flatMap(([name, points], index) => {
    const end = points.at(-1);
    return end
      ? [{ name, color: colors[index % colors.length]!, x: x(end.pools), y: y(end.seconds) }]
      : [];
  });
  const sorted = ends.sort((a, b) => a.y - b.y);
  let last = -Infinity;
  return sorted.map(({ name, color, x: left, y: top }) => {
    last = Math.max(top, last + 16);
    return `<text x="${(left + 8).toFixed(1)}" y="${(last + 4).toFixed(1)}" fill="${color}">${name}</text>`;
  });
}
