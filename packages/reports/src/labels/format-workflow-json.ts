import { createLineIndexes, type LineIndex, renderers } from '@fleetc/diagnostics';
import type { JudgedJob, Outcome, WorkflowReport } from './check-workflows.ts';
import { describeVerdict } from './outcome-words.ts';
import { poolsOf } from './rules/taker-words.ts';
import { countOutcomes } from './workflow-counts.ts';
import { toText } from './workflows/located.ts';

/**
 * The whole report for scripts: every key is always there, lines and columns count from 1, and findings have the form of
 * `fleetc check --format json`. A change that removes or redefines a key raises `version`.
 */
export function formatWorkflowJson(
  report: WorkflowReport,
  texts: ReadonlyMap<string, string>,
): string {
  const lines = createLineIndexes(texts);
  const document = {
    version: 1,
    fleet: report.fleet,
    environment: report.environment,
    repository: report.repository ?? null,
    workflows: report.workflows.map(({ file, isReadable, jobs }) => ({
      file,
      readable: isReadable,
      jobs: jobs.map((job) => toJob(job, lines(file)!)),
    })),
    counts: countOutcomes(report),
    diagnostics: toFindings(report, texts),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function toJob({ job, outcomes }: JudgedJob, lines: LineIndex): object {
  return {
    id: job.id,
    ...lines.position(job.span.start),
    calls: (job.uses && toText(job.uses)) ?? null,
    outcomes: outcomes.map((outcome) => toOutcome(outcome, lines)),
  };
}

function toOutcome({ request, verdict }: Outcome, lines: LineIndex): object {
  const entries = 'entries' in verdict ? verdict.entries : [];
  return {
    status: verdict.status,
    ...lines.position(request.span.start),
    labels: request.labels.map(({ text }) => text),
    group: request.group?.text ?? null,
    expressions: request.doubts.flatMap(({ kind, text }) => (kind === 'expression' ? [text] : [])),
    jobs: request.jobs,
    pools: poolsOf(entries),
    hosted: verdict.status === 'hosted' || (verdict.status === 'ambiguous' && verdict.orHosted),
    detail: describeVerdict(verdict),
  };
}

function toFindings(
  { diagnostics }: WorkflowReport,
  texts: ReadonlyMap<string, string>,
): readonly unknown[] {
  const host = { texts, colour: false, width: 80, rules: [], toolVersion: '' };
  return (JSON.parse(renderers.json(diagnostics, host)) as { diagnostics: unknown[] }).diagnostics;
}
