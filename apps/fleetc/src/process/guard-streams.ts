import { describeSystemError } from '@fleetc/input';
import process from 'node:process';
import { exitCodes } from '../exit-code.ts';

/**
 * A reader that closes the pipe early (`fleetc images | head`) has what it wants and is no failure; a full disk behind
 * standard output is one. Nothing ends the process here, because a build in progress should finish its files.
 */
export function guardStreams(): void {
  process.stdout.on('error', (error) => {
    if (isBrokenPipe(error)) return;
    process.exitCode = exitCodes.world;
    const reason = describeSystemError(error) ?? error.message;
    process.stderr.write(`fleetc: cannot write to standard output: ${reason}\n`);
  });
  process.stderr.on('error', (error) => {
    if (!isBrokenPipe(error)) process.exitCode = exitCodes.world;
  });
}

function isBrokenPipe(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
}
