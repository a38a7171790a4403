import { defineRule } from '@fleetc/diagnostics';
import { examplePool } from './example.ts';
import { type Refusal, refusalFix, refusalMessage } from './refusal.ts';

export const objectRefused = defineRule<Refusal>({
  code: 'FLC5001',
  name: 'object-refused',
  severity: 'error',
  title: 'An emitted object breaks its schema',
  message: refusalMessage,
  label: ({ violation }) => violation.message,
  why: 'the API server refuses the object, or drops the field without a word',
  fix: refusalFix,
  source:
    'https://github.com/actions/actions-runner-controller/tree/actions-runner-controller-0.23.7/charts/actions-runner-controller/crds',
  examples: {
    bad: examplePool('node: { tolerations: [{ key: ci, operator: Exists, efect: NoSchedule }] }'),
    good: examplePool('node: { tolerations: [{ key: ci, operator: Exists, effect: NoSchedule }] }'),
  },
});
