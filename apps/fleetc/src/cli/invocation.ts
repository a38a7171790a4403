import type { CommandSpec } from './command-spec.ts';

/** A command line that makes sense: the command, its operands and its options, all checked against the table. */
export interface Invocation {
  readonly command: CommandSpec;
  readonly operands: readonly string[];
  /** By name, the values in the order given; a flag that was given has an empty list. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Whether the flag was given. */
export function hasFlag(invocation: Invocation, name: string): boolean {
  return invocation.options.has(name);
}

/** The value that counts when an option was given several times: the last one. */
export function lastValue(invocation: Invocation, name: string): string | undefined {
  return invocation.options.get(name)?.at(-1);
}

/** Every value of a repeatable option, or `undefined` when it was not given. */
export function allValues(invocation: Invocation, name: string): readonly string[] | undefined {
  return invocation.options.get(name);
}
