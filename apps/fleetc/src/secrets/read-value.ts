import type { ValueSource } from '@fleetc/core';
import { resolve } from 'node:path';
import { readLimited } from '../input/read-limited.ts';
import type { Shell } from '../shell.ts';
import { describeSystemError } from '../system-error.ts';

/** What a source gave: the value, which no message may hold, or why there is none. */
export type Reading = { readonly text: string } | { readonly failure: string };

// A Secret holds at most 1 MiB, its base64 form included.
const limitBytes = 1024 * 1024;

/** Reads a value now; names of files count from `folder`. */
export function readValue(source: ValueSource, folder: string, shell: Shell): Reading {
  if (source.source === 'file') return readValueFile(resolve(folder, source.file));
  const text = shell.environment[source.variable];
  return text === undefined ? { failure: 'it is not set' } : { text };
}

function readValueFile(file: string): Reading {
  try {
    const bytes = readLimited(file, limitBytes);
    if (!bytes) return { failure: 'it is larger than 1 MiB' };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) return { failure: 'it is not UTF-8 text' };
    const reason = describeSystemError(error);
    if (reason === undefined) throw error;
    return { failure: reason };
  }
}
