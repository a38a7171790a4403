import { type Diagnostic, type RendererName, renderers } from '@fleetc/diagnostics';
import { type Invocation, lastValue } from '../cli/invocation.ts';
import { chooseLimits } from '../input/choose-limits.ts';
import type { LoadedFleet } from '../load-fleet.ts';
import type { OutputStream, Shell } from '../shell.ts';
import { version } from '../version.ts';
import { wantsColor } from './color.ts';
import { limitFindings } from './limit-findings.ts';
import { findRootPrefix } from './root-prefix.ts';

/** Where diagnostics go and in which form. */
export interface Reporter {
  readonly format: RendererName;
  readonly stream: OutputStream;
  readonly invocation: Invocation;
  readonly shell: Shell;
}

/** Writes diagnostics, already sorted, with code frames from the text that was compiled. */
export async function writeReport(
  diagnostics: readonly Diagnostic[],
  { compiled }: LoadedFleet,
  reporter: Reporter,
): Promise<void> {
  const { source, lockSource } = compiled?.compilation ?? {};
  const sources = [source, lockSource].filter((text) => text !== undefined);
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  return writeDiagnostics(diagnostics, texts, reporter);
}

/** The same with code frames from any texts, by file. */
export async function writeDiagnostics(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  { format, stream, invocation, shell }: Reporter,
): Promise<void> {
  const rootPrefix = format === 'text' ? undefined : findRootPrefix(shell.directory);
  const { findings } = chooseLimits(shell);
  const text = renderers[format](limitFindings(diagnostics, findings), {
    texts,
    colour: wantsColor(lastValue(invocation, 'color'), shell.environment, stream),
    width: stream.columns ?? 80,
    rules: format === 'sarif' ? (await import('../rules/all-rules.ts')).allRules : [],
    toolVersion: version,
    ...(rootPrefix !== undefined && { rootPrefix }),
  });
  if (text !== '') stream.write(text);
}
