import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A name within its budget. A name that fits is returned as it is; of a longer one the middle is cut out, so that the
 * fleet before it and the pool behind it stay readable, and eight hex digits of the SHA-256 of the full name are appended,
 * so that names which differ only in the middle stay apart.
 *
 * Given a DNS label or subdomain the result is one too.
 *
 * @example deriveName('acme-a-very-long-pool-name-arm64', 24) // 'acme-a-e-arm64-4e57b566'
 */
export function deriveName(text: string, budget: number): string {
  if (text.length <= budget) return text;
  if (budget < smallestBudget)
    throw new RangeError(`no name can be derived in ${budget} characters`);
  const kept = budget - hashDigits - '--'.length;
  const tailLength = Math.floor(kept / 2);
  const head = text.slice(0, kept - tailLength).replace(/[-.]+$/, '');
  const tail = text.slice(text.length - tailLength).replace(/^[-.]+/, '');
  return [head, tail, shortHash(text)].filter((part) => part !== '').join('-');
}

const hashDigits = 8;
// One character of each end, two dashes and the hash.
const smallestBudget = 12;

function shortHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, hashDigits);
}
