import { type Diagnostic, sortDiagnostics } from '@fleetc/diagnostics';
import type { Fleet } from '@fleetc/fleet';
import { checkWorkflows, type WorkflowReport } from '@fleetc/reports';
import { findWorkflows } from './find-workflows.ts';
import type { LabelOptions } from './read-options.ts';
import { readWorkflows } from './read-workflows.ts';

/** The report on workflow files with their texts, for lines and code frames. */
export interface JudgedFiles {
  readonly report: WorkflowReport;
  readonly texts: ReadonlyMap<string, string>;
  /** Whether each file could be read, whatever stands in it. */
  readonly isComplete: boolean;
}

/** Finds, reads and judges the workflows that `operand` means. */
export async function judgeWorkflows(
  operand: string,
  fleet: Fleet,
  options: LabelOptions,
  directory: string,
): Promise<JudgedFiles> {
  const { sources, unreadable } = readWorkflows(findWorkflows(operand, directory), directory);
  const judged = await checkWorkflows(sources, fleet, options);
  const refused: Diagnostic[] = unreadable.map(({ diagnostic }) => diagnostic);
  const missing = unreadable.map(({ file }) => ({ file, isReadable: false, jobs: [] }));
  return {
    report: {
      ...judged,
      workflows: [...judged.workflows, ...missing].sort((a, b) => (a.file < b.file ? -1 : 1)),
      diagnostics: sortDiagnostics([...refused, ...judged.diagnostics]),
    },
    texts: new Map(sources.map(({ path, text }) => [path, text])),
    isComplete: unreadable.length === 0,
  };
}
