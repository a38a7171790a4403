import type { CompiledEnvironment } from '@fleetc/core';

const solver = 'cert-manager ACME solver';

/** Says why one image has no pull secrets though the fleet has some: nothing that fleetc writes can give it any. */
export function noteOnSolver(environments: readonly CompiledEnvironment[]): string {
  const isBare = environments.some(
    ({ bundle, fleet: { registry } }) =>
      registry.pullSecrets.length > 0 &&
      bundle?.images.some(
        ({ consumers, pullSecrets }) => consumers.includes(solver) && pullSecrets.length === 0,
      ),
  );
  return isBare
    ? `note: the chart of cert-manager has no way to give pull secrets to its ACME solver, which is\n` +
        `      pulled only where a certificate is validated over HTTP\n`
    : '';
}
