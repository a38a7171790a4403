import type { Result } from '@fleetc/diagnostics';
import type { OutputOptions } from '../output-folder.ts';
import { planOutput } from '../plan-output.ts';
import { writeOutput, type OutputSummary } from '../write-output.ts';

export type Files = Readonly<Record<string, string>>;

/** Plans and writes, as `fleetc build` does. */
export async function build(
  files: Files,
  outDir: string,
  options: OutputOptions = {},
): Promise<Result<OutputSummary>> {
  const { value: plan, diagnostics } = await planOutput(toTree(files), outDir, options);
  return plan ? writeOutput(plan) : { diagnostics };
}

/** A tree, in no particular order. */
export function toTree(files: Files): ReadonlyMap<string, string> {
  return new Map(Object.entries(files));
}

/** Codes and messages, for exact comparison. */
export function summarizeFindings({ diagnostics }: Result<unknown>): string[] {
  return diagnostics.map(({ code, message }) => `${code} ${message}`);
}
