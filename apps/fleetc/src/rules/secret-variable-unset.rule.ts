import { defineRule } from '@fleetc/diagnostics';

/** FLC6901: `fleetc secrets` needs an environment variable that is not set. */
export const secretVariableUnset = defineRule<{ variable: string; secret: string }>({
  code: 'FLC6901',
  name: 'secret-variable-unset',
  severity: 'error',
  title: 'An environment variable that holds a secret is not set',
  message: ({ variable, secret }) =>
    `environment variable "${variable}" is not set, but Secret "${secret}" takes its value from it`,
  label: () => 'read here',
  why: 'a Secret without its value would replace a working one in the cluster',
  fix: ({ variable }) => `set ${variable} for this run of "fleetc secrets"`,
  source: 'docs/cli.md',
});
