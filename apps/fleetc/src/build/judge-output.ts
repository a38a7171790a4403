import type { Diagnostic } from '@fleetc/diagnostics';
import { isWorldFailure } from '@fleetc/output';
import { type ExitCode, exitCodes } from '../exit-code.ts';

/** How a build ends whose output failed: by the world when the disk did, by the input otherwise. */
export function judgeOutput(diagnostics: readonly Diagnostic[]): ExitCode {
  const failed = diagnostics.some(({ code }) => isWorldFailure(code));
  return failed ? exitCodes.world : exitCodes.findings;
}
