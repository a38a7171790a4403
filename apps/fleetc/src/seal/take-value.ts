import { createDiagnostic, type Diagnostic, type Result } from '@fleetc/diagnostics';
import { describeSystemError } from '@fleetc/input';
import { resolve } from 'node:path';
import { secretFileUnreadable } from '../rules/secret-file-unreadable.rule.ts';
import { secretValueEmpty } from '../rules/secret-value-empty.rule.ts';
import { secretValueMalformed } from '../rules/secret-value-malformed.rule.ts';
import { normalizeSecretValue, readerOf } from '../secrets/normalize-value.ts';
import { isNotText, type Reading, readValue } from '../secrets/read-value.ts';
import type { Shell } from '../shell.ts';
import { type SealRequest, wrong } from './seal-request.ts';
import type { Subject } from './sealing-subject.ts';
import { shownWord } from './shown-word.ts';

const limitBytes = 1024 * 1024;

/** Reads the value of a Secret from standard input or a file and brings it into the form that its reader wants. */
export async function takeValue(
  request: SealRequest,
  { places: [first] }: Subject,
  shell: Shell,
): Promise<Result<string>> {
  const { name: secret, form } = first!;
  const reader = readerOf(form);
  const { valueFile } = request;
  const origin = valueFile === undefined ? 'standard input' : `file "${shownWord(valueFile)}"`;
  const reading = await read(request, shell);
  if ('failure' in reading) {
    const folder = 'the working directory';
    const params = { origin, secret, reason: reading.failure, folder };
    return fail(createDiagnostic(secretFileUnreadable, params));
  }
  if (reading.text.trim() === '')
    return fail(createDiagnostic(secretValueEmpty, { origin, secret }));
  const normalized = normalizeSecretValue(reader, reading.text);
  if ('value' in normalized) return { value: normalized.value, diagnostics: [] };
  const { problem } = normalized;
  return fail(createDiagnostic(secretValueMalformed, { origin, key: reader.key, problem }));
}

async function read({ valueFile }: SealRequest, shell: Shell): Promise<Reading> {
  const { directory, stdin } = shell;
  if (valueFile !== undefined) {
    return readValue({ source: 'file', file: valueFile }, resolve(directory), shell);
  }
  if ('isTTY' in stdin && stdin.isTTY === true) {
    throw wrong(
      'standard input is a terminal, and what is typed there is seen; pipe the value in, as in ' +
        '"pass show github | fleetc seal github", or name a file with --value-file',
    );
  }
  return readStandardInput(shell);
}

async function readStandardInput({ stdin }: Shell): Promise<Reading> {
  const chunks: Buffer[] = [];
  try {
    const isWhole = await collect(stdin, chunks);
    return isWhole ? { text: decode(chunks) } : { failure: 'it is larger than 1 MiB' };
  } catch (error) {
    if (isNotText(error)) return { failure: 'it is not UTF-8 text' };
    const reason = describeSystemError(error);
    if (reason === undefined) throw error;
    return { failure: reason };
  } finally {
    for (const chunk of chunks) chunk.fill(0);
  }
}

async function collect(stdin: AsyncIterable<Buffer>, chunks: Buffer[]): Promise<boolean> {
  let size = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limitBytes) return false;
  }
  return true;
}

function decode(chunks: readonly Buffer[]): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const pieces = chunks.map((chunk) => decoder.decode(chunk, { stream: true }));
  return pieces.join('') + decoder.decode();
}

function fail(diagnostic: Diagnostic): Result<string> {
  return { diagnostics: [diagnostic] };
}
