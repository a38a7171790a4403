import { hasFlag, type Invocation } from '../cli/invocation.ts';
import { exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';

/** What `build` is to do with the result. */
export type BuildMode = 'write' | 'compare' | 'print';

/** Reads the mode off the options and refuses those that contradict each other. */
export function chooseMode(invocation: Invocation): BuildMode {
  refuseTogether(invocation, 'stdout', ['out', 'check', 'force', 'target']);
  refuseTogether(invocation, 'check', ['force']);
  if (hasFlag(invocation, 'stdout')) return 'print';
  return hasFlag(invocation, 'check') ? 'compare' : 'write';
}

function refuseTogether(invocation: Invocation, option: string, others: readonly string[]): void {
  const other = others.find((name) => hasFlag(invocation, name));
  if (!hasFlag(invocation, option) || other === undefined) return;
  const message = `options "--${option}" and "--${other}" exclude each other`;
  throw createFailure(exitCodes.usage, message);
}
