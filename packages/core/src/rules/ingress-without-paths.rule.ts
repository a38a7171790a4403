import { type Path } from '@fleetc/diagnostics';
import type { JsonObject } from '@fleetc/fleet';
import { defineBundleCheck } from './bundle-check.ts';
import { releaseOf } from './emitted-items.ts';
import { exampleController } from './example.ts';
import { isFilled, listAt, textAt, valueAt } from './value-at.ts';

const server = (ingress: string) =>
  exampleController(
    `webhookServer: { secret: { from: { existing: true } } }\n  chart: { values: { githubWebhookServer: { ingress: { enabled: true, ${ingress} } } } }`,
  );

/** The host that the chart's own values hold. */
const exampleHost = 'chart-example.local';

export const ingressWithoutPaths = defineBundleCheck<{ server: string; problem: string }>({
  code: 'FLC5109',
  name: 'ingress-without-paths',
  severity: 'error',
  title: 'An Ingress leads nowhere',
  message: ({ server: name, problem }) => `the Ingress of "${name}" ${problem}`,
  label: () => 'leads nowhere',
  why: "the API server refuses an Ingress without paths, and GitHub cannot reach the chart's example host",
  fix: 'use "ingress: { host: … }" of the server, or give each host its "paths" with "path" and "pathType"',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types',
  examples: {
    bad: server('hosts: [{ host: arc.example.com }]'),
    good: server('hosts: [{ host: arc.example.com, paths: [{ path: /, pathType: Prefix }] }]'),
  },
  check({ bundle }, report) {
    const item = releaseOf(bundle, 'actions-runner-controller');
    for (const name of ['githubWebhookServer', 'actionsMetricsServer']) {
      const { values } = item?.release ?? {};
      if (!item || !values || valueAt(values, [name, 'enabled']) !== true) continue;
      const found = problemOf(values, [name, 'ingress']);
      if (found)
        report({ server: name, problem: found.problem }, item.origin(found.path), { part: 'key' });
    }
  },
});

function problemOf(values: JsonObject, path: Path): { problem: string; path: Path } | undefined {
  if (valueAt(values, [...path, 'enabled']) !== true) return undefined;
  const hosts = listAt(values, [...path, 'hosts']);
  if (hosts.length === 0) return { problem: 'has no host', path: [...path, 'enabled'] };
  for (const [index, entry] of hosts.entries()) {
    const place = [...path, 'hosts', index];
    const host = textAt(entry, ['host']) ?? '';
    if (host === '') return { problem: 'has no host', path: place };
    if (host === exampleHost) return { problem: `has the chart's example host`, path: place };
    const hasPaths = ['paths', 'extraPaths'].some((key) => isFilled(valueAt(entry, [key])));
    if (!hasPaths) return { problem: 'has no paths', path: place };
  }
  return undefined;
}
