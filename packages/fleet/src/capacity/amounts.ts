import { parseQuantity, type Quantity } from '@fleetc/notation';

/** Amounts by the name of the resource, such as `cpu` or `ephemeral-storage`. */
export type Amounts = Readonly<Record<string, Quantity>>;

/** Nothing of a resource. */
export const none: Quantity = { nano: 0n, format: 'decimal' };

/** An amount as it is written in a fleet; nothing where it is no quantity, which another check reports. */
export function readQuantity(written: unknown): Quantity {
  return parseQuantity(String(written)) ?? none;
}

/** `count` times an amount, exactly. */
export function timesQuantity({ nano, format }: Quantity, count: number): Quantity {
  return { nano: nano * BigInt(count), format };
}

/** The exact sum. It is printed as its parts are, in powers of two where they differ. */
export function addQuantities(a: Quantity, b: Quantity): Quantity {
  if (a.nano === 0n) return b;
  if (b.nano === 0n) return a;
  const isAlike = a.format === b.format;
  const isBinary = a.format === 'binary' || b.format === 'binary';
  return { nano: a.nano + b.nano, format: isAlike ? a.format : isBinary ? 'binary' : 'decimal' };
}

/** The sum of a list. */
export function sumQuantities(quantities: readonly Quantity[]): Quantity {
  return quantities.reduce(addQuantities, none);
}

/** `count` times each amount. */
export function timesAmounts(amounts: Amounts, count: number): Amounts {
  const entries = Object.entries(amounts);
  return Object.fromEntries(entries.map(([name, size]) => [name, timesQuantity(size, count)]));
}

/** The sum by resource, in the order of names. */
export function sumAmounts(list: readonly Amounts[]): Amounts {
  const sums = new Map<string, Quantity>();
  for (const amounts of list) {
    for (const [name, size] of Object.entries(amounts)) {
      sums.set(name, addQuantities(sums.get(name) ?? none, size));
    }
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}
