import { applyIgnores, type Diagnostic, sortDiagnostics } from '@fleetc/diagnostics';
import type { Fleet, Source } from '@fleetc/fleet';
import { listRunners } from './catalogue.ts';
import { judgeRequest } from './judge-request.ts';
import { reportVerdict } from './report-verdict.ts';
import { surround, type Surroundings, type Whereabouts } from './surroundings.ts';
import type { Verdict } from './verdict.ts';
import { parseWorkflow } from './workflows/parse-workflow.ts';
import { readRequests } from './workflows/read-requests.ts';
import type { Request } from './workflows/request.ts';
import type { Job, Workflow } from './workflows/workflow.ts';

/** What becomes of the jobs of some workflows. */
export interface WorkflowReport {
  readonly fleet: string;
  readonly environment: string;
  /** Absent when runners of every scope were considered. */
  readonly repository?: string;
  readonly workflows: readonly JudgedWorkflow[];
  /** Sorted. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A workflow with its jobs; one that cannot be read has none and a finding. */
export interface JudgedWorkflow {
  readonly file: string;
  readonly isReadable: boolean;
  readonly jobs: readonly JudgedJob[];
}

/** A job with what becomes of each different thing that its matrix asks for; a call of a workflow asks for nothing. */
export interface JudgedJob {
  readonly job: Job;
  readonly outcomes: readonly Outcome[];
}

/** A request and who takes it. */
export interface Outcome {
  readonly request: Request;
  readonly verdict: Verdict;
}

/** Reads workflows and says for every job which pool takes it. */
export async function checkWorkflows(
  sources: readonly Source[],
  fleet: Fleet,
  whereabouts: Whereabouts = {},
): Promise<WorkflowReport> {
  const surroundings = surround(listRunners(fleet), whereabouts);
  const read = await Promise.all(sources.map(parseWorkflow));
  const workflows = read.map((workflow) => judgeWorkflow(workflow, surroundings));
  const jobs = workflows.flatMap((workflow) => workflow.jobs);
  const { repository } = whereabouts;
  return {
    fleet: fleet.name,
    environment: fleet.environment,
    ...(repository !== undefined && { repository }),
    workflows,
    diagnostics: finish(
      [
        ...read.flatMap(({ problem }) => problem ?? []),
        ...jobs.flatMap((job) => reportJob(job, fleet)),
      ],
      sources,
    ),
  };
}

function judgeWorkflow(
  { file, jobs, problem }: Workflow,
  surroundings: Surroundings,
): JudgedWorkflow {
  return {
    file,
    isReadable: problem === undefined,
    jobs: jobs.map((job) => ({ job, outcomes: judgeJob(job, surroundings) })),
  };
}

function judgeJob(job: Job, surroundings: Surroundings): Outcome[] {
  const requests = job.uses ? [] : readRequests(job);
  return requests.map((request) => ({ request, verdict: judgeRequest(request, surroundings) }));
}

function reportJob({ job, outcomes }: JudgedJob, fleet: Fleet): Diagnostic[] {
  return outcomes.flatMap(({ request, verdict }) => reportVerdict(job.id, request, verdict, fleet));
}

function finish(diagnostics: readonly Diagnostic[], sources: readonly Source[]): Diagnostic[] {
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  return sortDiagnostics(applyIgnores(sortDiagnostics(diagnostics), texts));
}
