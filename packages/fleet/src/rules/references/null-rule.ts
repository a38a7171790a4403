import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '../example.ts';

const pool = (field: string) =>
  exampleFleet(
    `profiles:\n  big: { image: ghcr.io/acme/runner:v2 }\npools:\n  ci: { scope: web, ${field}, resources: { requests: { cpu: 500m, memory: 1Gi } } }`,
  );

export const nullWithoutEffect = defineRule<{ key: string; pool: string }>({
  code: 'FLC4940',
  name: 'null-without-effect',
  severity: 'warning',
  title: 'A key of a pool has no value, and there is none to take away',
  message: ({ key, pool }) =>
    `"${key}" of pool "${pool}" has no value, and no profile gives one that this could take away`,
  label: () => 'no value',
  why: 'a key without a value takes away what a profile or a default gives; here it does nothing',
  fix: ({ key }) => `write a value for "${key}", or remove the key`,
  source: 'RFC 7386',
  examples: { bad: pool('image: null'), good: pool('profiles: [big], image: null') },
});
