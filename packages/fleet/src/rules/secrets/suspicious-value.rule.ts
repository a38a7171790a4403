import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '../example.ts';

export const suspiciousValue = defineRule<{ key: string }>({
  code: 'FLC4002',
  name: 'suspicious-value',
  severity: 'warning',
  title: 'A value looks like a secret',
  message: ({ key }) => `the value of "${key}" looks like a secret, and a build writes it out`,
  label: () => 'not shown',
  why: "a secret in a file ends in Git, in the output and in Helm's release history, where it stays",
  fix: 'put it into a Secret and refer to its key, as in "{ secret: { name: …, key: … } }"; if it is none, say so above it: "# fleetc-ignore FLC4002: reason"',
  source: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  examples: {
    bad: exampleFleet(
      `pools:\n  ci:\n    scope: web\n    resources: { requests: { cpu: 500m, memory: 1Gi } }\n    env:\n      DB_PASSWORD: "${'k9Fz2'}qLx7Wv4Rt8B"`,
    ),
    good: exampleFleet(
      'pools:\n  ci:\n    scope: web\n    resources: { requests: { cpu: 500m, memory: 1Gi } }\n    env:\n      DB_PASSWORD: { secret: { name: ci-database, key: password } }',
    ),
  },
});
