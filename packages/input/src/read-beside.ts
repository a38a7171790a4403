import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { describeSystemError } from './system-error.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { readLimited } from './read-limited.ts';

/** The text of a file, or why there is none, as one clause; a file that does not exist is marked. */
export type TextReading =
  { readonly text: string } | { readonly failure: string; readonly isMissing?: boolean };

const outside = { failure: 'it is outside of the folder of the fleet file' };

/**
 * Reads text files in a folder and below it, and nowhere else: a fleet file that somebody else wrote must not reach what
 * happens to lie on the machine of its reader. Links count as what they lead to.
 */
export function readBeside(folder: string, limitMebibytes = 1): (path: string) => TextReading {
  return (path) => {
    try {
      const file = locate(folder, path);
      return file === undefined ? outside : read(file, limitMebibytes);
    } catch (error) {
      const reason = describeSystemError(error);
      if (reason === undefined) throw error;
      return { failure: reason, ...(isMissing(error) && { isMissing: true }) };
    }
  };
}

function locate(folder: string, path: string): string | undefined {
  const steps = path.split('/');
  if (isAbsolute(path) || steps.includes('..') || path.includes('\0')) return undefined;
  const file = realpathSync(join(folder, ...steps));
  const way = relative(realpathSync(folder), file);
  const leadsOut = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  return leadsOut ? undefined : file;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function read(file: string, limitMebibytes: number): TextReading {
  // Reading from a pipe or a device would wait for somebody who writes into it.
  if (!statSync(file).isFile()) return { failure: 'it is no regular file' };
  const bytes = readLimited(file, limitMebibytes * 1024 * 1024);
  if (!bytes) return { failure: `it is larger than ${limitMebibytes} MiB` };
  const decoded = decodeUtf8(bytes);
  if ('text' in decoded) return decoded;
  return { failure: `it is not UTF-8 text (line ${decoded.line})` };
}
