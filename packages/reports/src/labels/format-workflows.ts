import { createLineIndexes } from '@fleetc/diagnostics';
import type { JudgedJob, JudgedWorkflow, WorkflowReport } from './check-workflows.ts';
import { describeRequest, describeVerdict } from './outcome-words.ts';
import { escapeMarkdown, printMarkdownTable, printTextTable, toCode } from './print-table.ts';
import { describeCounts } from './workflow-counts.ts';
import { toText } from './workflows/located.ts';

/** The text of each workflow by its file, for lines and columns. */
type Texts = ReadonlyMap<string, string>;

/** One line for each different thing that a job asks for, for a terminal. */
export function formatWorkflowTable(report: WorkflowReport, texts: Texts): string {
  const heading = ['WORKFLOW', 'JOB', 'ASKS FOR', 'TAKEN BY'];
  const rows = toRows(report, texts).map(({ place, job, asks, taker }) => [
    place,
    job,
    asks,
    taker,
  ]);
  return `${printTextTable({ heading, rows })}\n${closing(report).join('\n')}\n`;
}

/** The same as a section of Markdown. */
export function formatWorkflowMarkdown(report: WorkflowReport, texts: Texts): string {
  const heading = ['workflow', 'job', 'asks for', 'taken by'];
  const rows = toRows(report, texts).map(({ place, job, asks, taker }) => [
    toCode(place),
    escapeMarkdown(job),
    asks === '-' ? '' : toCode(asks),
    escapeMarkdown(taker),
  ]);
  return `${printMarkdownTable({ heading, rows })}\n${closing(report).map(escapeMarkdown).join('\n\n')}\n`;
}

interface Row {
  /** `file:line:column`. */
  readonly place: string;
  readonly job: string;
  readonly asks: string;
  readonly taker: string;
}

type Locate = (file: string, offset: number) => string;

function toRows({ workflows }: WorkflowReport, texts: Texts): Row[] {
  const lines = createLineIndexes(texts);
  const locate: Locate = (file, offset) => {
    const { line, column } = lines(file)!.position(offset);
    return `${file}:${line}:${column}`;
  };
  return workflows.flatMap((workflow) => workflowRows(workflow, locate));
}

function workflowRows({ file, isReadable, jobs }: JudgedWorkflow, locate: Locate): Row[] {
  if (jobs.length > 0) return jobs.flatMap((job) => jobRows(job, locate));
  const taker = isReadable ? 'no jobs: not a workflow' : 'cannot be read';
  return [{ place: file, job: '-', asks: '-', taker }];
}

function jobRows({ job, outcomes }: JudgedJob, locate: Locate): Row[] {
  if (job.uses) {
    const place = locate(job.uses.span.file, job.uses.span.start);
    const taker = `skipped: calls ${toText(job.uses) ?? 'another workflow'}`;
    return [{ place, job: job.id, asks: '-', taker }];
  }
  return outcomes.map((outcome) => {
    const { span, jobs } = outcome.request;
    return {
      place: locate(span.file, span.start),
      job: jobs > 1 ? `${job.id} (${jobs} jobs)` : job.id,
      asks: describeRequest(outcome),
      taker: describeVerdict(outcome.verdict),
    };
  });
}

function closing(report: WorkflowReport): string[] {
  const { repository } = report;
  const scopes =
    repository === undefined
      ? 'Runners of every scope are considered; --repository OWNER/NAME leaves those that one repository can use.'
      : `Runners that ${repository} can use are considered.`;
  return [`${describeCounts(report)}.`, scopes];
}
