import { createDiagnostic, type Diagnostic, type Path, type Result } from '@fleetc/diagnostics';
import { type Document, parseDocument, type Source } from '@fleetc/fleet';
import { workflowNotYaml } from '../rules/workflow-not-yaml.rule.ts';
import type { Located, Scalar } from './located.ts';
import type { Job, Workflow } from './workflow.ts';

/** Reads a workflow. A text that is no YAML has a problem and no jobs; what is no workflow has no jobs. */
export async function parseWorkflow(source: Source): Promise<Workflow> {
  const file = source.path;
  const parsed = await parseDocument(source);
  const problem = findProblem(parsed);
  if (problem) return { file, jobs: [], problem };
  const document = parsed.value;
  const jobs = document && isMap(document.value) ? document.value['jobs'] : undefined;
  if (!document || !isMap(jobs)) return { file, jobs: [] };
  return { file, jobs: Object.entries(jobs).map(([id, job]) => readJob(document, id, job)) };
}

/** The first thing that keeps GitHub from reading the file too. An empty file is no workflow, which is no mistake here. */
function findProblem({ diagnostics }: Result<Document>): Diagnostic | undefined {
  const found = diagnostics.find(({ code }) => !harmless.has(code));
  const span = found?.primary?.span;
  if (!found || !span) return undefined;
  const problem = found.message.replace(/^this is not YAML: /, '');
  return createDiagnostic(workflowNotYaml, { problem }, { span, related: found.related });
}

// Nothing in the file, a key that is dangerous to JavaScript alone, and numbers that only JSON lacks.
const harmless: ReadonlySet<string> = new Set(['FLC1003', 'FLC1008', 'FLC1012']);

function readJob(document: Document, id: string, job: unknown): Job {
  const path = ['jobs', id];
  const runsOn = locateAt(document, job, path, ['runs-on']);
  const matrix = locateAt(document, job, path, ['strategy', 'matrix']);
  const uses = locateAt(document, job, path, ['uses']);
  return {
    id,
    span: document.span(path, 'key'),
    ...(runsOn && { runsOn }),
    ...(matrix && { matrix }),
    ...(uses && { uses }),
  };
}

/** The value some keys below a job, with everything in it and its places; an empty one is as good as none. */
function locateAt(
  document: Document,
  job: unknown,
  path: Path,
  keys: readonly string[],
): Located | undefined {
  const value = keys.reduce<unknown>((from, key) => (isMap(from) ? from[key] : undefined), job);
  return value === undefined || value === null
    ? undefined
    : locate(document, value, [...path, ...keys]);
}

function locate(document: Document, value: unknown, path: Path): Located {
  const span = document.span(path);
  if (Array.isArray(value)) {
    return { span, value: value.map((item, index) => locate(document, item, [...path, index])) };
  }
  if (!isMap(value)) return { span, value: value as Scalar };
  const entries = Object.entries(value).map(
    ([key, item]) => [key, locate(document, item, [...path, key])] as const,
  );
  return { span, value: new Map(entries) };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
