import { createDiagnostic, type Diagnostic, type Result } from '@fleetc/diagnostics';
import type { Source } from '@fleetc/fleet';
import { decodeUtf8, describeSystemError, readLimited, readStreamLimited } from '@fleetc/input';
import { dirname } from 'node:path';
import { inputNotFound } from '../rules/input-not-found.rule.ts';
import { inputNotUtf8 } from '../rules/input-not-utf8.rule.ts';
import { inputTooLarge } from '../rules/input-too-large.rule.ts';
import { inputUnreadable } from '../rules/input-unreadable.rule.ts';
import type { Shell } from '../shell.ts';
import { chooseLimits } from './choose-limits.ts';
import { toDisplayPath } from './display-path.ts';
import { findOperand, findUpwards, type Found } from './find-fleet-file.ts';

/** A fleet file with the folder that relative names in it count from. */
export interface Input {
  readonly source: Source;
  /** Absolute. */
  readonly folder: string;
}

/**
 * Reads the file that an operand means: a file, the fleet file of a folder, `-` for standard input, or, without an
 * operand, the one that is found upwards. No value means that there is nothing to compile, and why.
 */
export async function readInput(operand: string | undefined, shell: Shell): Promise<Result<Input>> {
  const { mebibytes } = chooseLimits(shell);
  if (operand === '-') return readStandardInput(shell, mebibytes);
  try {
    const found = locate(operand, shell);
    return 'file' in found
      ? readFile(found.file, shell, mebibytes)
      : reportNotFound(found.looked, operand, shell);
  } catch (error) {
    return reportUnreadable(operand ?? '.', error);
  }
}

function locate(operand: string | undefined, { directory }: Shell): Found {
  return operand === undefined ? findUpwards(directory) : findOperand(operand, directory);
}

function readFile(file: string, { directory }: Shell, mebibytes: number): Result<Input> {
  const shown = toDisplayPath(file, directory);
  try {
    const bytes = readLimited(file, mebibytes * 1024 * 1024);
    return bytes ? toInput(bytes, shown, dirname(file)) : tooLarge(shown, mebibytes);
  } catch (error) {
    return reportUnreadable(shown, error);
  }
}

async function readStandardInput(
  { stdin, directory }: Shell,
  mebibytes: number,
): Promise<Result<Input>> {
  const shown = '<stdin>';
  try {
    const bytes = await readStreamLimited(stdin, mebibytes * 1024 * 1024);
    return bytes ? toInput(bytes, shown, directory) : tooLarge(shown, mebibytes);
  } catch (error) {
    return reportUnreadable(shown, error);
  }
}

function tooLarge(file: string, limitMebibytes: number): Result<Input> {
  return fail(createDiagnostic(inputTooLarge, { file, limitMebibytes }));
}

function toInput(bytes: Buffer, file: string, folder: string): Result<Input> {
  const decoded = decodeUtf8(bytes);
  if (!('text' in decoded)) return fail(createDiagnostic(inputNotUtf8, { file, ...decoded }));
  return { value: { source: { path: file, text: decoded.text }, folder }, diagnostics: [] };
}

function reportNotFound(
  folders: readonly string[],
  operand: string | undefined,
  { directory }: Shell,
): Result<Input> {
  const looked = folders.map((folder) => toDisplayPath(folder, directory)).join(', ');
  return fail(createDiagnostic(inputNotFound, { place: operand ?? '.', looked }));
}

function reportUnreadable(file: string, error: unknown): Result<Input> {
  const reason = describeSystemError(error);
  if (reason === undefined) throw error;
  return fail(createDiagnostic(inputUnreadable, { file, reason }));
}

function fail(diagnostic: Diagnostic): Result<Input> {
  return { diagnostics: [diagnostic] };
}
