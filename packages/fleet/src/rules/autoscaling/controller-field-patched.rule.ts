import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const patch = (fields: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, autoscale: { min: 1, max: 4, on: { busy: {} } }, patch: { runner: { ${fields} } } }`,
  );

export const controllerFieldPatched = defineCheck<{ pool: string; field: string }>({
  code: 'FLC4311',
  name: 'controller-field-patched',
  severity: 'error',
  title: 'A patch writes a field that ARC writes itself',
  message: ({ pool, field }) => `pool "${pool}" patches "${field}", which ARC writes`,
  label: () => "the controller's own",
  why: ({ field }) =>
    field === 'replicas'
      ? 'the autoscaler writes the number itself, and each apply of a fixed one would undo its work'
      : 'ARC decides by it which finished runners are made again, and each apply would turn it back',
  fix: ({ field }) =>
    field === 'replicas' ? 'remove it, and set "min" and "max" of the autoscaler' : 'remove it',
  source: 'https://github.com/actions/actions-runner-controller/issues/206',
  examples: {
    bad: patch('replicas: 2'),
    good: patch('template: { spec: { dnsPolicy: Default } }'),
  },
  check(fleet, report) {
    for (const { name, path, patch: patches, autoscale } of fleet.pools) {
      for (const field of autoscale ? ['replicas', 'effectiveTime'] : ['effectiveTime']) {
        // `null` only takes away what is not there.
        if ((patches.runner?.[field] ?? null) === null) continue;
        report({ pool: name, field }, [...path, 'patch', 'runner', field], { part: 'key' });
      }
    }
  },
});
