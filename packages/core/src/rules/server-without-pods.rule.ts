import { defineBundleCheck } from './bundle-check.ts';
import { releaseOf } from './emitted-items.ts';
import { exampleValues } from './example.ts';
import { valueAt } from './value-at.ts';

/** What each number of pods belongs to, and what must be on for it to count. */
const servers = [
  { name: 'the controller', path: ['replicaCount'] },
  { name: 'the webhook server', path: ['githubWebhookServer', 'replicaCount'] },
  { name: 'the metrics server', path: ['actionsMetricsServer', 'replicaCount'] },
];

export const serverWithoutPods = defineBundleCheck<{ server: string }>({
  code: 'FLC5111',
  name: 'server-without-pods',
  severity: 'error',
  title: 'A server is installed without a pod',
  message: ({ server }) => `${server} is installed with no pod`,
  label: () => 'nothing runs',
  why: 'without the controller no runner object can even be created, and without a server its webhooks are lost',
  fix: 'remove it, which gives one pod',
  source:
    'https://github.com/actions/actions-runner-controller/blob/actions-runner-controller-0.23.7/charts/actions-runner-controller/values.yaml',
  examples: { bad: exampleValues('replicaCount: 0'), good: exampleValues('replicaCount: 2') },
  check({ bundle }, report) {
    const item = releaseOf(bundle, 'actions-runner-controller');
    const values = item?.release.values;
    for (const { name, path } of servers) {
      const block = path.slice(0, -1);
      const isOn = block.length === 0 || valueAt(values, [...block, 'enabled']) === true;
      if (item && isOn && valueAt(values, path) === 0) report({ server: name }, item.origin(path));
    }
  },
});
