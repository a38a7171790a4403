import { entryOf, isMap, type PlainMap } from '../read/plain-data.ts';
import type { Difference } from './difference.ts';
import type { Step } from './step.ts';

/**
 * Differences without what may be a secret: nothing below the content of a Secret in any of its forms is told but that it
 * changed, once, and no value whose key or variable says that it is one.
 */
export function hideSecrets(differences: readonly Difference[]): Difference[] {
  const shown: Difference[] = [];
  const hidden = new Set<string>();
  for (const difference of differences) {
    const end = difference.path.findIndex(isContent);
    if (end < 0) {
      shown.push(hideOne(difference));
      continue;
    }
    const path = difference.path.slice(0, end + 1);
    const key = JSON.stringify(path);
    if (!hidden.has(key)) shown.push({ path, isHidden: true });
    hidden.add(key);
  }
  return shown;
}

/** What a Secret, a ConfigMap, a SealedSecret and a file of SOPS keep their content under. */
const contents = new Set(['data', 'stringData', 'binaryData', 'encryptedData', 'sops']);

function isContent(step: Step): boolean {
  return typeof step === 'string' && contents.has(step);
}

function hideOne(difference: Difference): Difference {
  const { path, before, after } = difference;
  if (isSecret(keyOf(path))) return { path, isHidden: true };
  return {
    ...difference,
    ...('before' in difference && { before: maskValue(before) }),
    ...('after' in difference && { after: maskValue(after) }),
  };
}

/** The word that says what stands at the end of a path: a key, or the name of a variable. */
function keyOf(path: readonly Step[]): string {
  const last = path.at(-1);
  const holder = path.at(-2);
  if (last === 'value' && typeof holder === 'object') return holder.name;
  return typeof last === 'string' ? last : typeof holder === 'string' ? holder : '';
}

function isSecret(key: string): boolean {
  return secretKey.test(key.replaceAll(/[-_.]/g, ''));
}

const secretKey =
  /(?:password|passwd|passphrase|pwd|secret|token|pat|credentials?|(?:api|access|private|signing|encryption|auth)key)\d*$/i;

const mask = '(hidden)';

/**
 * The texts that differences hide because of the words before them: they may stand elsewhere, too. Short ones would hide
 * half of what is told.
 */
export function hiddenTexts(differences: readonly Difference[]): string[] {
  return differences.flatMap(({ path, before, after }) => {
    const isNamed = isSecret(keyOf(path));
    return [before, after].flatMap((value) => textsIn(value, isNamed));
  });
}

const shortest = 8;

function textsIn(value: unknown, isHidden: boolean): string[] {
  if (typeof value === 'string') return isHidden && value.length >= shortest ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, isHidden));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    textsIn(entry, isHidden || isSecret(holderOf(value, key))),
  );
}

/** A value in which every text that may be a secret is masked. */
function maskValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskValue);
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, entry]): [string, unknown] => {
    const isHidden = contents.has(key) || isSecret(holderOf(value, key));
    return [key, isHidden ? maskAll(entry) : maskValue(entry)];
  });
  return Object.fromEntries(entries);
}

// `value` says what it is by the name beside it.
function holderOf(map: PlainMap, key: string): string {
  const name = entryOf(map, 'name');
  return key === 'value' && typeof name === 'string' ? name : key;
}

// What refers to a Secret says more by its keys than it gives away.
function maskAll(value: unknown): unknown {
  return isMap(value) && 'secretKeyRef' in value ? value : mask;
}
