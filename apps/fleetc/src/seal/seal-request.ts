import type { SealingScope } from '@fleetc/sealing';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { allValues, hasFlag, type Invocation, lastValue } from '../cli/invocation.ts';
import { exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';
import type { Shell } from '../shell.ts';

/** What a command line of `fleetc seal` asks for. */
export interface SealRequest {
  readonly credential: string;
  readonly operand?: string;
  readonly environment?: string;
  /** Counts from the working directory. */
  readonly certificate?: string;
  readonly scope?: SealingScope;
  /** Counts from the working directory; standard input when absent. */
  readonly valueFile?: string;
  readonly sops: boolean;
  readonly recipients?: readonly string[];
  readonly reseal: boolean;
}

/** Reads the options, and refuses those that contradict each other. */
export function readRequest(invocation: Invocation, { directory }: Shell): SealRequest {
  const [credential = '', operand, ...rest] = invocation.operands;
  const environments = allValues(invocation, 'env') ?? [];
  if (operand === '-') {
    throw wrong('"seal" writes into the fleet file, so it cannot be read from standard input');
  }
  // What was given is not repeated: it may be the value, in the wrong place.
  if (rest.length > 0) throw wrong('too many operands; the value is none of them, it is piped in');
  if (operand !== undefined && !existsSync(resolve(directory, operand))) {
    throw wrong(
      'the second operand names no file or folder; it is the fleet file, and the value is piped in',
    );
  }
  if (environments.length > 1) throw wrong('"seal" takes one --env at a time');
  const sops = hasFlag(invocation, 'sops');
  for (const option of ['cert', 'scope']) {
    if (sops && hasFlag(invocation, option)) {
      throw wrong(`--${option} is for Sealed Secrets, and --sops asks for a SOPS file`);
    }
  }
  const valueFile = lastValue(invocation, 'value-file');
  return {
    credential,
    sops,
    reseal: hasFlag(invocation, 'reseal'),
    ...given('operand', operand),
    ...given('environment', environments[0]),
    ...given('certificate', lastValue(invocation, 'cert')),
    // The table of options admits names of scopes only.
    ...given('scope', lastValue(invocation, 'scope') as SealingScope | undefined),
    ...given('valueFile', valueFile === '-' ? undefined : valueFile),
    ...given('recipients', allValues(invocation, 'age-recipient')),
  };
}

/** A wrong command line, as one sentence without a full stop. */
export function wrong(message: string) {
  return createFailure(exitCodes.usage, message);
}

function given<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}
