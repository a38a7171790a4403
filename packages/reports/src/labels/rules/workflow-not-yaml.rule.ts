import { defineRule } from '@fleetc/diagnostics';

/** FLC4224: a workflow file is no YAML, or more than a reader can hold. */
export const workflowNotYaml = defineRule<{ problem: string }>({
  code: 'FLC4224',
  name: 'workflow-not-yaml',
  severity: 'error',
  title: 'A workflow file cannot be read',
  message: ({ problem }) => `this workflow cannot be read: ${problem}`,
  why: 'GitHub cannot read it either and starts none of its jobs',
  fix: 'mend the marked place; quotes, brackets and indentation are the usual suspects',
  source: 'YAML 1.2.2',
});
