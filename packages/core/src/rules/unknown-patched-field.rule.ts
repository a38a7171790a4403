import { defineRule } from '@fleetc/diagnostics';
import { examplePool } from './example.ts';
import { knownElsewhere } from './known-elsewhere.ts';
import { type Refusal, refusalFix } from './refusal.ts';

export const unknownPatchedField = defineRule<Refusal>({
  code: 'FLC5002',
  name: 'unknown-patched-field',
  severity: 'error',
  title: 'A patch, pod field or raw chart value has a name that nothing reads',
  message: ({ subject, field }) => `${subject} has no field "${field}"`,
  label: () => 'not a known field',
  why: 'Helm and the API server drop what they do not know without a word, so it would have no effect',
  fix: (refusal) => knownElsewhere(refusal) ?? refusalFix(refusal),
  source: 'https://github.com/actions/actions-runner-controller/issues/885',
  examples: {
    bad: examplePool('patch: { runner: { template: { spec: { hostNetwork: true } } } }'),
    good: examplePool('patch: { runner: { template: { spec: { workDir: /runner/_work } } } }'),
  },
});
