import type { Path } from '@fleetc/diagnostics';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const reserved =
  /^(fleetc\.dev|app\.kubernetes\.io|actions-runner-controller|([a-z0-9.-]+\.)?(kubernetes|k8s)\.io)\//;

export const reservedLabel = defineCheck<{ key: string; prefix: string }>({
  code: 'FLC4602',
  name: 'reserved-label',
  severity: 'error',
  title: 'A label or annotation has a reserved prefix',
  message: ({ key, prefix }) => `"${key}" begins with "${prefix}/", which is reserved`,
  label: () => 'reserved prefix',
  why: 'fleetc, Kubernetes and ARC find their objects by these labels',
  fix: 'use a prefix of your own, or none',
  source: 'https://kubernetes.io/docs/reference/labels-annotations-taints/',
  examples: {
    bad: exampleFleet('metadata: { name: acme, labels: { app.kubernetes.io/name: ci } }'),
    good: exampleFleet('metadata: { name: acme, labels: { example.com/team: ci } }'),
  },
  check(fleet, report) {
    const compare = (map: Readonly<Record<string, string>>, path: Path) => {
      for (const key of Object.keys(map)) {
        if (reserved.test(key))
          report({ key, prefix: key.split('/')[0]! }, [...path, key], { part: 'key' });
      }
    };
    compare(fleet.labels, ['metadata', 'labels']);
    compare(fleet.annotations, ['metadata', 'annotations']);
    // Pods legitimately carry annotations and labels of the cluster's own, such as those of the node autoscaler.
    for (const { path, metadata } of fleet.pools) {
      const own = Object.entries(metadata.labels).filter(([key]) => key.startsWith('fleetc.dev/'));
      compare(Object.fromEntries(own), [...path, 'metadata', 'labels']);
    }
  },
});
