import { closeSync, openSync, readSync } from 'node:fs';

const chunkBytes = 64 * 1024;

/** The bytes of a file, pipe or device; `undefined` when there are more than `limit`. Throws what the system throws. */
export function readLimited(file: string, limit: number): Buffer | undefined {
  const descriptor = openSync(file, 'r');
  try {
    return collect(descriptor, limit);
  } finally {
    closeSync(descriptor);
  }
}

// The size that `stat` tells is of no use: it is zero for pipes and devices.
function collect(descriptor: number, limit: number): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let size = 0; size <= limit;) {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    const length = readSync(descriptor, chunk);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, length));
    size += length;
  }
  return undefined;
}

/** The same for a stream that is already open, such as standard input. */
export async function readStreamLimited(
  stream: AsyncIterable<Buffer | string>,
  limit: number,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > limit) return undefined;
  }
  return Buffer.concat(chunks);
}
