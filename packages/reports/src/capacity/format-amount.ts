import { formatQuantity, type Quantity } from '@fleetc/notation';

const nano = 10n ** 9n;

/**
 * An amount for people: at most two decimals of the largest unit below it, rounded up, so that `129500m` reads `129.5` and
 * `360960Mi` reads `352.5Gi`. Below one whole it is the exact quantity; so is every amount in the JSON form.
 */
export function formatAmount({ nano: size, format }: Quantity): string {
  const [base, suffixes] = format === 'binary' ? [1024n, 'KMGTPE'] : [1000n, 'kMGTPE'];
  if (size < nano) return formatQuantity({ nano: size, format });
  let unit = nano;
  let step = 0;
  while (size >= unit * base && step < suffixes.length) {
    unit *= base;
    step++;
  }
  const hundredths = (size * 100n + unit - 1n) / unit;
  const decimals = String(hundredths % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const suffix = step === 0 ? '' : suffixes[step - 1]! + (format === 'binary' ? 'i' : '');
  return `${hundredths / 100n}${decimals === '' ? '' : `.${decimals}`}${suffix}`;
}
