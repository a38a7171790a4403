import { describeSystemError } from '@fleetc/input';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exitCodes } from '../exit-code.ts';
import { createFailure, type Failure } from '../failure.ts';

/**
 * The workflow files that an operand means, as absolute paths in the order of names: a file alone, those in the
 * `.github/workflows` of a folder, or those in the folder itself. GitHub looks into no folders below, so neither does this.
 */
export function findWorkflows(operand: string, directory: string): readonly string[] {
  try {
    const path = resolve(directory, operand);
    if (!statSync(path).isDirectory()) return [path];
    const usual = join(path, '.github', 'workflows');
    const isUsual = statSync(usual, { throwIfNoEntry: false })?.isDirectory() === true;
    const files = listWorkflows(isUsual ? usual : path);
    if (files.length > 0) return files;
  } catch (error) {
    throw toFailure(operand, error);
  }
  throw createFailure(exitCodes.world, `"${operand}" holds no workflow, no *.yml and no *.yaml`);
}

function listWorkflows(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => /\.ya?ml$/.test(entry.name) && !entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .sort();
}

function toFailure(operand: string, error: unknown): Failure | unknown {
  const reason = describeSystemError(error);
  return reason === undefined
    ? error
    : createFailure(exitCodes.world, `cannot read "${operand}": ${reason}`);
}
