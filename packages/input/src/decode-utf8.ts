import { isUtf8 } from 'node:buffer';

/** The text, or the place of the first byte that is no part of any character; lines count from 1. */
export type Decoded =
  | { readonly text: string }
  | { readonly offset: number; readonly line: number; readonly hint: string };

/** Decodes strictly. A byte order mark stays in the text, so that offsets are those of the file. */
export function decodeUtf8(bytes: Buffer): Decoded {
  if (isUtf8(bytes)) return { text: bytes.toString('utf8') };
  const offset = findInvalidByte(bytes);
  const line = bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1;
  return { offset, line, hint: describeEncoding(bytes) };
}

/** Halves the range for the longest prefix without a mistake, and goes back to where its last character ends. */
function findInvalidByte(bytes: Buffer): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isPrefixValid(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  while (!isUtf8(bytes.subarray(0, valid))) valid--;
  return valid;
}

// In stream mode a character that is cut off at the end is no mistake yet.
function isPrefixValid(prefix: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function describeEncoding(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  return mark === 'fffe' || mark === 'feff' ? '; it is UTF-16 now' : '';
}
