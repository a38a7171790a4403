import type { WorkflowReport } from './check-workflows.ts';

/** How many jobs of workflow files end how; each different request of a matrix counts. */
export type WorkflowCounts = Readonly<Record<keyof typeof words, number>>;

const words = {
  served: 'on one pool',
  ambiguous: 'ambiguous',
  hosted: 'on runners that GitHub hosts',
  elsewhere: 'outside of the fleet',
  never: 'can never start',
  unknown: 'unknown',
  called: 'call another workflow',
} as const;

/** Counts the outcomes of a report. */
export function countOutcomes({ workflows }: WorkflowReport): WorkflowCounts {
  const counts = Object.fromEntries(Object.keys(words).map((status) => [status, 0])) as {
    -readonly [S in keyof WorkflowCounts]: number;
  };
  for (const { job, outcomes } of workflows.flatMap(({ jobs }) => jobs)) {
    if (job.uses) counts.called++;
    for (const { verdict } of outcomes) counts[verdict.status]++;
  }
  return counts;
}

/** The counts that are not zero, in words. */
export function describeCounts(report: WorkflowReport): string {
  const counts = Object.entries(countOutcomes(report)).filter(([, count]) => count > 0);
  if (counts.length === 0) return 'No jobs';
  const listed = counts.map(([status, count]) => `${count} ${words[status as keyof typeof words]}`);
  return `Jobs: ${listed.join(', ')}`;
}
