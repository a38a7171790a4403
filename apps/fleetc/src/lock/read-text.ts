import { decodeUtf8, describeSystemError, readLimited } from '@fleetc/input';

/** A text, or why there is none as one clause; nothing more of a file that does not exist. */
export type TextReading =
  { readonly text: string } | { readonly failure: string } | { readonly isMissing: true };

const limitMebibytes = 8;

/** Reads a file of the machine that the user, not the fleet, names. */
export function readText(path: string): TextReading {
  try {
    const bytes = readLimited(path, limitMebibytes * 1024 * 1024);
    if (!bytes) return { failure: `it is larger than ${limitMebibytes} MiB` };
    const decoded = decodeUtf8(bytes);
    return 'text' in decoded ? decoded : { failure: 'it is not UTF-8 text' };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { isMissing: true };
    }
    const failure = describeSystemError(error);
    if (failure === undefined) throw error;
    return { failure };
  }
}
