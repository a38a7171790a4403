import { type Limits, readLimits } from '@fleetc/fleet';
import { exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';
import type { Shell } from '../shell.ts';

/** The limits of the reader that hold for a command: those of everybody, or what the environment sets instead. */
export function chooseLimits({ environment }: Pick<Shell, 'environment'>): Limits {
  const read = readLimits(environment);
  if ('problem' in read) throw createFailure(exitCodes.usage, read.problem);
  return read.limits;
}
