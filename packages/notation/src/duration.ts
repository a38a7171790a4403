const second = 1_000_000_000n;
const nanosPerUnit: Readonly<Record<string, bigint>> = {
  'ns': 1n,
  'us': 1000n,
  '\u00b5s': 1000n, // micro sign
  '\u03bcs': 1000n, // Greek letter mu
  'ms': 1_000_000n,
  's': second,
  'm': 60n * second,
  'h': 3600n * second,
};
const maxNanos = 2n ** 63n - 1n;

/**
 * Seconds of a Go duration (`10m`, `1h30m`, `1.5h`), or `undefined` for a text that Go's `time.ParseDuration` refuses:
 * days (`1d`), ISO 8601 (`PT30M`), numbers without a unit other than `0`, and more than 292 years.
 */
export function parseDuration(text: string): number | undefined {
  const [, sign, body] = /^([+-]?)(.+)$/s.exec(text) ?? [];
  const nanos = body === '0' ? 0n : sumOfParts(body ?? '');
  if (nanos === undefined || nanos > maxNanos) return undefined;
  const seconds = Number(nanos / second) + Number(nanos % second) / 1e9;
  return sign === '-' && seconds !== 0 ? -seconds : seconds;
}

/** Whether Go, and so the controller, reads `text` as a duration. */
export function isDuration(text: string): boolean {
  return parseDuration(text) !== undefined;
}

/** Prints seconds as Go does: `10m0s`, `1h30m0s`, `300ms`, `0s`. It is what a controller writes back into an object. */
export function formatDuration(seconds: number): string {
  const whole = Math.trunc(Math.abs(seconds));
  const nanos = BigInt(whole) * second + BigInt(Math.round((Math.abs(seconds) - whole) * 1e9));
  const sign = seconds < 0 && nanos > 0n ? '-' : '';
  if (nanos > 0n && nanos < second) return sign + formatBelowSecond(nanos);
  const hours = nanos / (3600n * second);
  const minutes = (nanos / (60n * second)) % 60n;
  const rest = `${decimal(nanos % (60n * second), second)}s`;
  if (hours > 0n) return `${sign}${hours}h${minutes}m${rest}`;
  return minutes > 0n ? `${sign}${minutes}m${rest}` : sign + rest;
}

function sumOfParts(text: string): bigint | undefined {
  if (!/^(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+$/.test(text)) {
    return undefined;
  }
  let sum = 0n;
  for (const [, whole, fraction = '', unit] of text.matchAll(
    /([0-9]*)(?:\.([0-9]*))?([^0-9.]+)/g,
  )) {
    const nanos = nanosPerUnit[unit!]!;
    sum += (BigInt(whole! + fraction) * nanos) / 10n ** BigInt(fraction.length);
  }
  return sum;
}

function formatBelowSecond(nanos: bigint): string {
  if (nanos < 1000n) return `${nanos}ns`;
  if (nanos < 1_000_000n) return `${decimal(nanos, 1000n)}\u00b5s`;
  return `${decimal(nanos, 1_000_000n)}ms`;
}

/** `nanos / unit` as a decimal fraction without trailing zeros; `unit` is a power of ten. */
function decimal(nanos: bigint, unit: bigint): string {
  const digits = String(nanos % unit)
    .padStart(String(unit).length - 1, '0')
    .replace(/0+$/, '');
  return digits === '' ? `${nanos / unit}` : `${nanos / unit}.${digits}`;
}
