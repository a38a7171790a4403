import type { Diagnostic, Span } from '@fleetc/diagnostics';
import type { Located } from './located.ts';

/** A workflow file as far as it says where its jobs run. */
export interface Workflow {
  readonly file: string;
  /** In the order of the file; none when it is no workflow or cannot be read. */
  readonly jobs: readonly Job[];
  /** Why it cannot be read. */
  readonly problem?: Diagnostic;
}

/** One job of a workflow. */
export interface Job {
  readonly id: string;
  /** The place of its id. */
  readonly span: Span;
  readonly runsOn?: Located;
  readonly matrix?: Located;
  /** The workflow that it calls instead of running anywhere itself. */
  readonly uses?: Located;
}
