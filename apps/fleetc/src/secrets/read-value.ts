import type { ValueSource } from '@fleetc/core';
import { describeSystemError } from '@fleetc/input';
import { resolve } from 'node:path';
import type { Shell } from '../shell.ts';
import { useSecretBytes } from './use-secret-bytes.ts';

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

/** Whether a decoder threw because bytes are no UTF-8; any other TypeError is a mistake of the program. */
export function isNotText(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    'code' in error &&
    error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
  );
}

function readValueFile(file: string): Reading {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const text = useSecretBytes(file, limitBytes, (bytes) => decoder.decode(bytes));
    return text === undefined ? { failure: 'it is larger than 1 MiB' } : { text };
  } catch (error) {
    if (isNotText(error)) return { failure: 'it is not UTF-8 text' };
    const reason = describeSystemError(error);
    if (reason === undefined) throw error;
    return { failure: reason };
  }
}
