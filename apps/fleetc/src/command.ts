import type { Invocation } from './cli/invocation.ts';
import type { ExitCode } from './exit-code.ts';
import type { Shell } from './shell.ts';

/** What a `*.command.ts` exports as `run`. Throws a `Failure` to end early; anything else thrown is a fault. */
export type Command = (invocation: Invocation, shell: Shell) => ExitCode | Promise<ExitCode>;
