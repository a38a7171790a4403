import type { Json, JsonObject, Pool } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

/** Fields of ARC that decide which jobs a runner takes, and the language's words for them. */
const words: Readonly<Record<string, string>> = {
  labels: 'labels',
  group: 'runnerGroup',
  repository: 'scope',
  organization: 'scope',
  enterprise: 'scope',
};

export const patchedRouting = defineCheck<{ pool: string; field: string; word: string }>({
  code: 'FLC4212',
  name: 'patched-routing',
  severity: 'error',
  title: 'A patch decides which jobs a pool takes',
  message: ({ pool, field, word }) =>
    `pool "${pool}" patches "${field}", which its "${word}" decides`,
  label: ({ word }) => `use "${word}"`,
  why: 'no check looks into a patch, and the credential stays that of the old scope: labels would not be compared, and runners could not register',
  fix: ({ word }) => `remove it here, and use "${word}"`,
  source: 'the fleet language',
  examples: {
    bad: exampleFleet(
      'pools:\n  ci: { scope: web, patch: { runner: { template: { spec: { labels: [build] } } } } }',
    ),
    good: exampleFleet('pools:\n  ci: { scope: web, labels: [build] }'),
  },
  check(fleet, report) {
    for (const pool of fleet.pools) {
      for (const path of patchedFields(pool)) {
        const field = path.at(-1)!;
        const params = { pool: pool.name, field, word: words[field]! };
        report(params, [...pool.path, ...path], { part: 'key' });
      }
    }
  },
});

function patchedFields(pool: Pool): string[][] {
  return placesOf(pool).flatMap(([place, patched]) =>
    Object.keys(words)
      .filter((field) => isMap(patched) && Object.hasOwn(patched, field))
      .map((field) => [...place, field]),
  );
}

/** Where ARC's own fields can be written: a set has them at the top, a deployment beside those of its pod. */
function placesOf({ kind, pod, patch: { runner = {} } }: Pool): [string[], Json | undefined][] {
  if (kind === 'set') return [[['patch', 'runner'], runner]];
  const template = isMap(runner['template']) ? runner['template'] : {};
  return [
    [['pod'], pod],
    [['patch', 'runner', 'template', 'spec'], template['spec']],
  ];
}

function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
