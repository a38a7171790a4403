import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

/** What the node autoscaler reads on a pod. */
export const evictionAnnotation = 'cluster-autoscaler.kubernetes.io/safe-to-evict';

const pool = (value: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, metadata: { annotations: { ${evictionAnnotation}: "${value}" } } }`,
  );

export const evictedJobs = defineCheck<{ pool: string }>({
  code: 'FLC4431',
  name: 'evicted-jobs',
  severity: 'warning',
  title: 'Runners are declared safe to evict',
  message: ({ pool }) => `the runners of pool "${pool}" are declared safe to evict`,
  label: () => 'kills jobs',
  why: 'the node autoscaler removes their nodes while jobs run on them, and a killed job is not started again',
  fix: 'write "false", so that a node is removed only when no job is left on it',
  source:
    'https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md#what-types-of-pods-can-prevent-ca-from-removing-a-node',
  examples: { bad: pool('true'), good: pool('false') },
  check(fleet, report) {
    for (const { name, path, metadata } of fleet.pools) {
      if (metadata.annotations[evictionAnnotation] !== 'true') continue;
      report({ pool: name }, [...path, 'metadata', 'annotations', evictionAnnotation]);
    }
  },
});
