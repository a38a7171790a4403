import type { Compilation, CompiledEnvironment } from '@fleetc/core';
import { exitCodes } from './exit-code.ts';
import { createFailure } from './failure.ts';

/** The one environment of a compilation without errors; several are a wrong command line, because their objects belong to different clusters. */
export function takeSingleEnvironment({ environments }: Compilation): CompiledEnvironment {
  const [environment, ...others] = environments;
  if (environment && others.length === 0) return environment;
  const names = environments.map(({ name }) => name).join(', ');
  throw createFailure(
    exitCodes.usage,
    `the fleet has several environments (${names}); choose one with --env NAME`,
  );
}
