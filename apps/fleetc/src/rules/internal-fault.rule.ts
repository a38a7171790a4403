import { defineRule } from '@fleetc/diagnostics';

/** FLC9001: fleetc itself is at fault. */
export const internalFault = defineRule<{ message: string }>({
  code: 'FLC9001',
  name: 'internal-fault',
  severity: 'error',
  title: 'fleetc ran into a fault of its own',
  message: ({ message }) => `fleetc ran into a fault of its own, sorry: ${message}`,
  why: 'the input may be fine; this is a mistake in fleetc',
  fix: 'report it with the command line and, if you may share it, the fleet.yaml; FLEETC_DEBUG=1 adds the place in the code',
  source: 'docs/cli.md',
});
