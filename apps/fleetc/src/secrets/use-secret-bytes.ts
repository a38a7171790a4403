import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Hands the bytes of a file, pipe or device to `use` and overwrites them afterwards; `undefined` when there are more than
 * `limit`. Throws what the system throws. What `use` makes of them is beyond reach: a text of JavaScript cannot be wiped.
 */
export function useSecretBytes<T>(
  file: string,
  limit: number,
  use: (bytes: Buffer) => T,
): T | undefined {
  // One buffer, not from the pool that Node shares: pieces would leave copies behind.
  const bytes = Buffer.allocUnsafeSlow(limit + 1);
  const descriptor = openSync(file, 'r');
  try {
    const size = fill(descriptor, bytes);
    return size > limit ? undefined : use(bytes.subarray(0, size));
  } finally {
    closeSync(descriptor);
    bytes.fill(0);
  }
}

// The size that `stat` tells is of no use: it is zero for pipes and devices.
function fill(descriptor: number, bytes: Buffer): number {
  let size = 0;
  while (size < bytes.length) {
    const length = readSync(descriptor, bytes, size, bytes.length - size, null);
    if (length === 0) break;
    size += length;
  }
  return size;
}
