import { hasErrors } from '@fleetc/diagnostics';
import { formatWorkflowJson, formatWorkflowMarkdown, formatWorkflowTable } from '@fleetc/reports';
import type { Invocation } from '../cli/invocation.ts';
import type { Command } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { type JudgedFiles, judgeWorkflows } from '../labels/judge-workflows.ts';
import { printCatalogue } from '../labels/print-catalogue.ts';
import { type LabelOptions, readLabelOptions } from '../labels/read-options.ts';
import { type CompiledInput, loadFleet } from '../load-fleet.ts';
import { refuseErrors } from '../report/refuse-errors.ts';
import { writeDiagnostics } from '../report/write-report.ts';
import type { Shell } from '../shell.ts';
import { takeSingleEnvironment } from '../single-environment.ts';

/** Prints what jobs can ask for, or what becomes of the jobs of real workflow files. */
export const run: Command = async (invocation, shell) => {
  const options = readLabelOptions(invocation);
  const loaded = await loadFleet(invocation.operands[0], invocation, shell);
  const refusal = await refuseErrors(loaded, invocation, shell);
  if (refusal !== undefined || !loaded.compiled) return refusal ?? exitCodes.world;
  const { workflows } = options;
  if (workflows !== undefined) {
    return checkFiles(workflows, loaded.compiled, { options, invocation, shell });
  }
  shell.stdout.write(printCatalogue(loaded.compiled.compilation, options));
  return exitCodes.clean;
};

interface Run {
  readonly options: LabelOptions;
  readonly invocation: Invocation;
  readonly shell: Shell;
}

async function checkFiles(
  operand: string,
  { compilation }: CompiledInput,
  { options, invocation, shell }: Run,
): Promise<ExitCode> {
  const { fleet } = takeSingleEnvironment(compilation);
  const judged = await judgeWorkflows(operand, fleet, options, shell.directory);
  // Findings point at pools too.
  const { path, text } = compilation.source;
  const texts = new Map([...judged.texts, [path, text]]);
  const isAction = shell.environment['GITHUB_ACTIONS'] === 'true';
  await writeDiagnostics(judged.report.diagnostics, texts, {
    format: isAction ? 'github' : 'text',
    stream: shell.stderr,
    invocation,
    shell,
  });
  shell.stdout.write(formatters[options.format](judged.report, texts));
  return exitCodeOf(judged);
}

const formatters = {
  table: formatWorkflowTable,
  markdown: formatWorkflowMarkdown,
  json: formatWorkflowJson,
  // Refused together with workflows before anything is read.
  actionlint: formatWorkflowTable,
} as const satisfies Record<LabelOptions['format'], unknown>;

function exitCodeOf({ report, isComplete }: JudgedFiles): ExitCode {
  if (!isComplete) return exitCodes.world;
  return hasErrors(report.diagnostics) ? exitCodes.findings : exitCodes.clean;
}
