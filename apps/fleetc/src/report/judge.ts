import { countFindings, type Diagnostic } from '@fleetc/diagnostics';
import { type Invocation, lastValue } from '../cli/invocation.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';
import type { LoadedFleet } from '../load-fleet.ts';

/** The number of warnings that `--max-warnings` allows; endless without it. */
export function readMaxWarnings(invocation: Invocation): number {
  const given = lastValue(invocation, 'max-warnings');
  if (given === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d{1,9}$/.test(given)) return Number(given);
  const message = `option "--max-warnings" needs a whole number, not "${given}"`;
  throw createFailure(exitCodes.usage, message);
}

/** How a run ends whose only result is diagnostics. */
export function judge(
  { compiled }: LoadedFleet,
  diagnostics: readonly Diagnostic[],
  maxWarnings: number,
): ExitCode {
  if (!compiled) return exitCodes.world;
  const { errors, warnings } = countFindings(diagnostics);
  return errors > 0 || warnings > maxWarnings ? exitCodes.findings : exitCodes.clean;
}
