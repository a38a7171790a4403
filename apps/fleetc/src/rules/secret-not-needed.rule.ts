import { defineRule } from '@fleetc/diagnostics';

/** FLC6916: there is no namespace to seal a value for. */
export const secretNotNeeded = defineRule<{ user: string }>({
  code: 'FLC6916',
  name: 'secret-not-needed',
  severity: 'error',
  title: 'Nothing needs the Secret that is to be sealed',
  message: ({ user }) => `nothing in the fleet needs the Secret of ${user}`,
  label: () => 'used by nothing',
  why: 'a value is sealed for the namespaces that need it, and there is none',
  fix: 'refer to it first, in the controller, in a scope or in registry.pullSecrets',
  source: 'https://github.com/bitnami-labs/sealed-secrets#scopes',
});
