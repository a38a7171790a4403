import type { RendererName } from '@fleetc/diagnostics';
import { type Invocation, lastValue } from '../cli/invocation.ts';
import type { Shell } from '../shell.ts';

/** The form of the diagnostics: what `--format` says, else annotations inside GitHub Actions, else text. */
export function chooseFormat(invocation: Invocation, { environment }: Shell): RendererName {
  const given = lastValue(invocation, 'format');
  // The table of options admits names of renderers only.
  if (given !== undefined) return given as RendererName;
  return environment['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text';
}

/** Whether a format is one document for a program, which has to be written even when there is nothing to report. */
export function isDocument(format: RendererName): boolean {
  return format === 'json' || format === 'sarif';
}
