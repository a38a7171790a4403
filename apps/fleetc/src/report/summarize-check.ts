import { countFindings, type Diagnostic, summarize } from '@fleetc/diagnostics';
import type { LoadedFleet } from '../load-fleet.ts';

/** The last lines of a run: how many findings there are, and whether there are more warnings than allowed. */
export function summarizeCheck(
  { compiled }: LoadedFleet,
  diagnostics: readonly Diagnostic[],
  maxWarnings: number,
): string {
  if (!compiled) return '';
  const { source, environments, hasEnvironments } = compiled.compilation;
  const names = environments.map(({ name }) => name).join(', ');
  const where = hasEnvironments && names !== '' ? ` (${names})` : '';
  const tooMany = countFindings(diagnostics).warnings > maxWarnings;
  const limit = tooMany ? `; --max-warnings allows ${maxWarnings}` : '';
  return `${source.path}${where}: ${summarize(diagnostics)}${limit}\n`;
}
