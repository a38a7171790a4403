import { join } from 'node:path';
import process from 'node:process';
import type { Command } from './run-process.ts';

/** The built command line. */
export const fleetc = join(import.meta.dirname, '../../fleetc/bin/fleetc.mjs');

/** The built command line with arguments, as a process. */
export function fleetcCommand(cwd: string, ...args: string[]): Command {
  return { program: process.execPath, args: [fleetc, ...args], cwd };
}

/** A Node that does nothing: what starting costs before a line of ours runs. */
export const emptyNode: Command = { program: process.execPath, args: ['-e', '0'] };
