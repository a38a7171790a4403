import type { Path } from '@fleetc/diagnostics';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const scopes = 'scopes:\n  web: { repository: acme/web }\n  api: { repository: acme/api }';

export const nameCollision = defineCheck<{ name: string; namespace: string }>({
  code: 'FLC4601',
  name: 'name-collision',
  severity: 'error',
  title: 'Two pools derive the same object name',
  message: ({ name, namespace }) => `two pools become "${name}" in namespace "${namespace}"`,
  label: () => 'the same name',
  why: 'the object that is applied last replaces the other, and half of the runners are missing',
  fix: 'rename one of the pools, or put it into another namespace',
  source: 'the fleet language',
  examples: {
    bad: exampleFleet(`${scopes}\npools:\n  ci: { scopes: [web, api] }\n  ci-web: { scope: web }`),
    good: exampleFleet(`${scopes}\npools:\n  ci: { scopes: [web, api] }\n  web-ci: { scope: web }`),
  },
  check(fleet, report) {
    const first = new Map<string, Path>();
    for (const { path, namespace, objectNames } of fleet.pools) {
      for (const name of objectNames) {
        // Autoscalers of both kinds share a name space, so the kind of the pool makes no difference.
        const key = `${namespace}/${name}`;
        const before = first.get(key);
        if (!before) first.set(key, path);
        else
          report({ name, namespace }, path, {
            part: 'key',
            related: [{ path: before, text: 'the first one' }],
          });
      }
    }
  },
});
