import type { Fleet } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = 'pools:\n  ci: { scope: web, namespace: runners }';

export const poolNotWatched = defineCheck<{ pool: string; namespace: string; watched: string }>({
  code: 'FLC4701',
  name: 'pool-not-watched',
  severity: 'error',
  title: 'A pool is in a namespace that the controller does not watch',
  message: ({ pool: name, namespace, watched }) =>
    `pool "${name}" is in namespace "${namespace}", and the controller watches only "${watched}"`,
  label: () => 'not watched',
  why: 'its objects would be accepted by the cluster and nothing would ever happen to them',
  fix: 'leave "namespace" out, or set "controller.watch" to "cluster"',
  source: 'https://github.com/actions/actions-runner-controller/issues/1937',
  examples: {
    bad: exampleFleet(pool),
    good: exampleFleet(`controller: { watch: cluster }\n${pool}`),
  },
  // What was taken out of the controller's block may have said what it watches.
  needsWholeFleet: true,
  check(fleet, report) {
    const watched = fleet.controller.watchNamespace;
    if (watched === undefined) return;
    const related = isWritten(fleet)
      ? [{ path: ['controller', 'watch'], text: 'what the controller watches' }]
      : [];
    for (const { name, path, namespace } of fleet.pools) {
      if (namespace !== watched)
        report({ pool: name, namespace, watched }, [...path, 'namespace'], { related });
    }
  },
});

/** Without a block there is no line that says what the controller watches. */
function isWritten({ origin }: Fleet): boolean {
  return origin(['controller']).layer !== 'default';
}
