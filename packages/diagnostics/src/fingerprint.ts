import type { Diagnostic } from './diagnostic.ts';
import { formatPath } from './span.ts';

/**
 * A name of a finding that stays when lines move, so that a tracker knows it again: FNV-1a with 64 bits over code, path
 * and message, in 16 hexadecimal digits.
 */
export function fingerprint({ code, path, message }: Diagnostic): string {
  return fnv1a64([code, formatPath(path ?? []), message].join('\n'));
}

/**
 * FNV-1a with 64 bits over the UTF-8 bytes.
 *
 * @internal
 */
export function fnv1a64(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
