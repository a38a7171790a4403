import { createDiagnostic, type Diagnostic, type Result } from '@fleetc/diagnostics';
import { fileInTheWay, folderInTheWay } from './rules/refusal-rules.ts';
import * as world from './rules/world-rules.ts';

/** Carries a finding up to the function that reports it. */
export class DiskFailure extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** Does something to the disk; an error of the system becomes a finding about `path`, any other error passes. */
export function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const systemCode = systemCodeOf(error);
    throw systemCode === undefined ? error : new DiskFailure(describe(systemCode, path));
  }
}

/** Turns a failure that was thrown below into a result. */
export function settle<T>(action: () => Result<T>): Result<T> {
  try {
    return action();
  } catch (error) {
    if (error instanceof DiskFailure) return { diagnostics: [error.diagnostic] };
    throw error;
  }
}

/** Whether the operating system reports one of the given codes. */
export function isSystemError(error: unknown, ...codes: readonly string[]): boolean {
  const systemCode = systemCodeOf(error);
  return systemCode !== undefined && codes.includes(systemCode);
}

function systemCodeOf(error: unknown): string | undefined {
  const isSystemError = error instanceof Error && 'syscall' in error && 'code' in error;
  return isSystemError ? String(error.code) : undefined;
}

const rulesByCode = {
  ENOSPC: world.diskFull,
  EDQUOT: world.diskFull,
  EACCES: world.permissionDenied,
  EPERM: world.permissionDenied,
  EROFS: world.readOnlyDisk,
  ENAMETOOLONG: world.nameTooLong,
  EISDIR: folderInTheWay,
  ENOTDIR: fileInTheWay,
  EEXIST: fileInTheWay,
};

function describe(systemCode: string, path: string): Diagnostic {
  const rule = rulesByCode[systemCode as keyof typeof rulesByCode];
  return rule
    ? createDiagnostic(rule, { path })
    : createDiagnostic(world.diskError, { path, systemCode });
}
