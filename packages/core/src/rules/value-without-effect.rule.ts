import { formatPath, type Path } from '@fleetc/diagnostics';
import type { JsonObject } from '@fleetc/fleet';
import { defineBundleCheck } from './bundle-check.ts';
import { releaseOf } from './emitted-items.ts';
import { isEscape } from './escape.ts';
import { exampleValues } from './example.ts';
import { valueAt } from './value-at.ts';

/** A value that the chart's templates do not look at, and why not. */
interface Ignored {
  readonly path: Path;
  readonly why: string;
}

export const valueWithoutEffect = defineBundleCheck<{ field: string; reason: string }>({
  code: 'FLC5106',
  name: 'value-without-effect',
  severity: 'warning',
  title: 'A raw chart value has no effect',
  message: ({ field, reason }) => `the value "${field}" has no effect: ${reason}`,
  label: () => 'no effect',
  why: 'the chart has no schema and says nothing about values that its templates do not look at',
  fix: 'remove it, or switch on what it belongs to',
  source:
    'https://github.com/actions/actions-runner-controller/tree/actions-runner-controller-0.23.7/charts/actions-runner-controller/templates',
  examples: {
    bad: exampleValues('metrics: { serviceMonitor: { namespace: monitoring } }'),
    good: exampleValues('metrics: { serviceAnnotations: { team: ci } }'),
  },
  check({ bundle }, report) {
    const item = releaseOf(bundle, 'actions-runner-controller');
    if (!item) return;
    const { values } = item.release;
    for (const { path, why } of [...always, ...ignoredNow(values)]) {
      const place = item.origin(path);
      if (valueAt(values, path) === undefined || !isEscape(place)) continue;
      report({ field: formatPath(path), reason: why }, place, { part: 'key' });
    }
  },
});

const noChartSecret = 'the chart makes no Secret of its own here';

const always: readonly Ignored[] = [
  {
    path: ['metrics', 'serviceMonitor', 'namespace'],
    why: "the controller's ServiceMonitor is always in the namespace of the release",
  },
  { path: ['service', 'port'], why: 'the Service of the admission webhooks is always on port 443' },
  { path: ['actionsMetrics', 'serviceAnnotations'], why: 'no template reads it' },
  ...['annotations', 'github_app_id', 'github_app_installation_id'].map((name) => ({
    path: ['authSecret', name],
    why: noChartSecret,
  })),
];

/** Switches, and what stands beside them and means nothing while they are off. */
const switches: readonly {
  readonly at: Path;
  readonly key: string;
  readonly of?: readonly string[];
}[] = [
  { at: ['githubWebhookServer'], key: 'enabled' },
  { at: ['actionsMetricsServer'], key: 'enabled' },
  { at: ['githubWebhookServer', 'ingress'], key: 'enabled' },
  { at: ['actionsMetricsServer', 'ingress'], key: 'enabled' },
  { at: ['podDisruptionBudget'], key: 'enabled' },
  { at: ['githubWebhookServer', 'podDisruptionBudget'], key: 'enabled' },
  { at: ['metrics', 'serviceMonitor'], key: 'enable', of: ['interval', 'timeout'] },
  { at: ['actionsMetrics', 'serviceMonitor'], key: 'enable', of: ['interval', 'timeout'] },
];

function ignoredNow(values: JsonObject): Ignored[] {
  const found: Ignored[] = [];
  for (const { at, key, of } of switches) {
    const block = valueAt(values, at);
    const isTold = found.some(
      ({ path }) => path.length === 2 && path.every((step, i) => step === at[i]),
    );
    if (typeof block !== 'object' || valueAt(block, [key]) === true || isTold) continue;
    const names = of ?? Object.keys(block ?? {}).filter((name) => name !== key);
    found.push(
      ...names.map((name) => ({
        path: [...at, name],
        why: `"${formatPath([...at, key])}" is not true`,
      })),
    );
  }
  if (valueAt(values, ['githubEnterpriseServerURL']) !== undefined) {
    found.push({
      path: ['githubUploadURL'],
      why: '"githubEnterpriseServerURL" decides both addresses',
    });
  }
  return found;
}
