import { defineRule } from '@fleetc/diagnostics';

/** FLC6903: the variable or file exists and holds nothing but blanks. */
export const secretValueEmpty = defineRule<{ origin: string; secret: string }>({
  code: 'FLC6903',
  name: 'secret-value-empty',
  severity: 'error',
  title: 'The value of a secret is empty',
  message: ({ origin, secret }) =>
    `${origin} is empty, but Secret "${secret}" takes its value from it`,
  label: () => 'read here',
  why: 'GitHub and registries refuse an empty credential, and the cluster would lose the one it has',
  fix: ({ origin }) =>
    `${origin === 'standard input' ? 'pipe in the value' : `put the value into ${origin}`}; a CI secret that is not defined often arrives empty`,
  source: 'docs/cli.md',
});
