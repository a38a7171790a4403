import { defineBundleCheck } from './bundle-check.ts';
import { releaseOf } from './emitted-items.ts';
import { exampleController } from './example.ts';
import { valueAt } from './value-at.ts';

const controller = (leader: boolean) =>
  exampleController(`replicas: 2\n  chart: { values: { enableLeaderElection: ${leader} } }`);

export const replicasWithoutLeader = defineBundleCheck<{ replicas: number }>({
  code: 'FLC5113',
  name: 'replicas-without-leader',
  severity: 'error',
  title: 'Several controllers work without a leader',
  message: ({ replicas }) => `${replicas} controllers work at once, because none is elected leader`,
  label: () => 'all of them work',
  why: 'each of them creates and deletes runners for the same pools, and they undo what the others do',
  fix: 'remove "enableLeaderElection", or set "controller.replicas" to 1',
  source: 'https://github.com/actions/actions-runner-controller/issues/807',
  examples: { bad: controller(false), good: controller(true) },
  check({ bundle }, report) {
    const item = releaseOf(bundle, 'actions-runner-controller');
    const values = item?.release.values;
    const replicas = valueAt(values, ['replicaCount']);
    if (!item || valueAt(values, ['enableLeaderElection']) !== false) return;
    if (typeof replicas !== 'number' || replicas < 2) return;
    const related = [{ path: item.origin(['replicaCount']), text: 'the number of controllers' }];
    report({ replicas }, item.origin(['enableLeaderElection']), { related });
  },
});
