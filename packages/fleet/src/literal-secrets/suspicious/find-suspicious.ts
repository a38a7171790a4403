import type { Path } from '@fleetc/diagnostics';
import { isPlain } from '../../resolve/plain.ts';
import { isSuspiciousKey } from './is-suspicious-key.ts';
import { looksRandom } from './looks-random.ts';

/** A value that looks like a secret where a secret is likely to stand. */
export interface SuspiciousValue {
  readonly path: Path;
  /** What the value is called: a key, or the name of a variable. */
  readonly key: string;
  readonly value: string;
}

/** Texts in which a key may be suspicious at all: without a match there is no need to walk through a file. */
const hint =
  /passw|passphrase|pwd|secret|token|credential|_pat|(?:api|access|private|signing|encryption|auth)[_.-]?key/i;

/** Finds values that look random under keys such as `password`, and in variables of such names. */
export function findSuspicious(text: string, value: unknown): SuspiciousValue[] {
  const found: SuspiciousValue[] = [];
  if (hint.test(text)) visit(value, [], undefined, found);
  return found;
}

function visit(
  value: unknown,
  path: Path,
  key: string | undefined,
  found: SuspiciousValue[],
): void {
  if (typeof value === 'string') {
    if (key !== undefined && isSuspiciousKey(key) && looksRandom(value)) {
      found.push({ path, key, value });
    }
    return;
  }
  if (Array.isArray(value)) {
    for (const [index, child] of value.entries()) visit(child, [...path, index], key, found);
    return;
  }
  if (!isPlain(value)) return;
  const { name } = value;
  for (const [childKey, child] of Object.entries(value)) {
    // What stands there refers to a secret or is encrypted.
    if (childKey === 'from' || childKey === 'sealed') continue;
    // `{ name: KEY, value: … }` of a pod, and `KEY: { value: … }` of a pool.
    const holder = typeof name === 'string' ? name : key;
    visit(
      child,
      [...path, childKey],
      childKey === 'value' ? (holder ?? childKey) : childKey,
      found,
    );
  }
}
