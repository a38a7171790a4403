import { hasErrors } from '@fleetc/diagnostics';
import type { Invocation } from '../cli/invocation.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { LoadedFleet } from '../load-fleet.ts';
import type { Shell } from '../shell.ts';
import { writeReport } from './write-report.ts';

/**
 * For commands whose result is not diagnostics: writes the errors and says how the command ends, or `undefined` when the
 * fleet has none. Warnings are what `fleetc check` is for.
 */
export async function refuseErrors(
  loaded: LoadedFleet,
  invocation: Invocation,
  shell: Shell,
): Promise<ExitCode | undefined> {
  if (!hasErrors(loaded.diagnostics)) return undefined;
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error');
  await writeReport(errors, loaded, { format: 'text', stream: shell.stderr, invocation, shell });
  return loaded.compiled ? exitCodes.findings : exitCodes.world;
}
