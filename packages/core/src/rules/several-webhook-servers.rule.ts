import { defineBundleCheck } from './bundle-check.ts';
import { releaseOf } from './emitted-items.ts';
import { exampleController } from './example.ts';
import { valueAt } from './value-at.ts';

const server = (fields: string) =>
  exampleController(
    `webhookServer: { ${fields}secret: { from: { existing: true } }, ingress: { host: arc.example.com } }`,
  );

const path = ['githubWebhookServer', 'replicaCount'];

export const severalWebhookServers = defineBundleCheck<{ replicas: number }>({
  code: 'FLC5110',
  name: 'several-webhook-servers',
  severity: 'warning',
  title: 'More than one webhook server runs',
  message: ({ replicas }) => `${replicas} webhook servers write the same reservations`,
  label: () => 'should be 1',
  why: "each writes the whole list of an autoscaler's reservations without looking, so one undoes what the other reserved, and jobs wait",
  fix: 'leave it at 1; the server starts in seconds, and GitHub shows deliveries that failed',
  source:
    'https://github.com/actions/actions-runner-controller/blob/v0.27.6/controllers/actions.summerwind.net/horizontal_runner_autoscaler_batch_scale.go',
  examples: { bad: server('replicas: 2, '), good: server('') },
  check({ bundle }, report) {
    const item = releaseOf(bundle, 'actions-runner-controller');
    const values = item?.release.values;
    const replicas = valueAt(values, path);
    if (!item || valueAt(values, ['githubWebhookServer', 'enabled']) !== true) return;
    if (typeof replicas === 'number' && replicas > 1) report({ replicas }, item.origin(path));
  },
});
