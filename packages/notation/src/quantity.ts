/** How a quantity was written, which decides how Kubernetes prints it: `1Gi`, `500m`, `1e3`. */
export type QuantityFormat = 'binary' | 'decimal' | 'exponent';

/** An amount of a Kubernetes resource, exact. */
export interface Quantity {
  /** The value in units of 10⁻⁹, the finest that Kubernetes keeps. */
  readonly nano: bigint;
  readonly format: QuantityFormat;
}

const binarySuffixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const decimalSuffixes = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const nanoDigits = 9;

/**
 * Reads a quantity by the grammar of k8s.io/apimachinery `resource.Quantity`, or gives `undefined`.
 *
 * Digits finer than nano round away from zero, as there. What Kubernetes would cap, binary amounts of 8Ei and more, stays
 * exact. Exponents beyond two digits are refused: no resource is that large, and the number would fill the memory. So
 * are texts without a digit (`m`), which the Go code takes for zero against its own grammar.
 */
export function parseQuantity(text: string): Quantity | undefined {
  const [, sign, whole, fraction = '', suffix] =
    /^([+-]?)(?=\.?[0-9])([0-9]*)(?:\.([0-9]*))?([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]{1,2})?$/.exec(
      text,
    ) ?? [];
  if (whole === undefined) return undefined;
  const { format, base, exponent } = readSuffix(suffix ?? '');
  const digits = BigInt(whole + fraction);
  // Scaled by powers of ten and two separately, so that nothing is rounded before the one division at the end.
  const tens = nanoDigits - fraction.length + (base === 10n ? exponent : 0);
  const scaled = base === 2n ? digits << BigInt(exponent) : digits;
  const size = tens >= 0 ? scaled * 10n ** BigInt(tens) : divideUp(scaled, 10n ** BigInt(-tens));
  return { nano: sign === '-' ? -size : size, format };
}

/** Whether Kubernetes reads `text` as a quantity. */
export function isQuantity(text: string): boolean {
  return parseQuantity(text) !== undefined;
}

/** Negative, zero or positive, by value: `1` equals `1000m`. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  if (a.nano === b.nano) return 0;
  return a.nano < b.nano ? -1 : 1;
}

/** Prints the canonical form, which the API server would turn the text into: the largest suffix without a fraction. */
export function formatQuantity({ nano, format }: Quantity): string {
  if (nano === 0n) return '0';
  const sign = nano < 0n ? '-' : '';
  const size = nano < 0n ? -nano : nano;
  const units = size / 10n ** BigInt(nanoDigits);
  // A binary suffix cannot show a fraction, and Kubernetes does not use one below 1Ki.
  const isBinary = format === 'binary' && units >= 1024n && size % 10n ** BigInt(nanoDigits) === 0n;
  return sign + (isBinary ? formatBinary(units) : formatDecimal(size, format));
}

function readSuffix(suffix: string): { format: QuantityFormat; base: 2n | 10n; exponent: number } {
  if (suffix.endsWith('i')) {
    return { format: 'binary', base: 2n, exponent: binarySuffixes.indexOf(suffix) * 10 };
  }
  if (/^[eE]./.test(suffix)) {
    return { format: 'exponent', base: 10n, exponent: Number(suffix.slice(1)) };
  }
  const exponent = decimalSuffixes.indexOf(suffix) * 3 - nanoDigits;
  return { format: 'decimal', base: 10n, exponent };
}

function divideUp(value: bigint, divisor: bigint): bigint {
  return (value + divisor - 1n) / divisor;
}

function formatBinary(units: bigint): string {
  let rest = units;
  let step = 0;
  while (rest % 1024n === 0n && step < binarySuffixes.length - 1) {
    rest /= 1024n;
    step++;
  }
  return `${rest}${binarySuffixes[step]}`;
}

function formatDecimal(size: bigint, format: QuantityFormat): string {
  let rest = size;
  let step = 0;
  const last = format === 'exponent' ? Infinity : decimalSuffixes.length - 1;
  while (rest % 1000n === 0n && step < last) {
    rest /= 1000n;
    step++;
  }
  if (format !== 'exponent') return `${rest}${decimalSuffixes[step]}`;
  const exponent = step * 3 - nanoDigits;
  return exponent === 0 ? `${rest}` : `${rest}e${exponent}`;
}
