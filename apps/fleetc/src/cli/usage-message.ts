import { nearest } from '@fleetc/diagnostics';
import { commands } from '../tables/commands.ts';
import type { CommandSpec, OptionSpec } from './command-spec.ts';

/** Words that other tools use for what a command does. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['compile', 'build'],
  ['generate', 'build'],
  ['lint', 'check'],
  ['render', 'build'],
  ['template', 'build'],
  ['validate', 'check'],
  ['version', '--version'],
]);

/** More than any choice has: what is longer may be a secret in the wrong place, and is not repeated. */
const longestChoice = 20;

/** Names the command that was meant, where one is near enough. */
export function describeUnknownCommand(name: string, operands: readonly string[]): string {
  if (/\.ya?ml$/.test(name) && operands.length === 0) {
    return `"${name}" is not a command; did you mean "fleetc build ${name}"?`;
  }
  const known = commands.map((command) => command.name);
  return `unknown command "${name}"${suggest(synonyms.get(name) ?? nearest(name, known))}`;
}

/** Names the option that was meant, or the commands that have it. */
export function describeUnknownOption(
  rawName: string,
  known: readonly OptionSpec[],
  command: CommandSpec | undefined,
): string {
  const visible = known.filter((option) => option.hidden !== true);
  const meant = nearest(rawName, visible.map(toLongName));
  const owners = commands.filter((other) => other.options.some((o) => toLongName(o) === rawName));
  const subject = `unknown option "${rawName}"${command ? ` of "fleetc ${command.name}"` : ''}`;
  if (meant !== undefined || owners.length === 0) return subject + suggest(meant);
  return `${subject}; it belongs to ${owners.map((owner) => `"fleetc ${owner.name}"`).join(', ')}`;
}

/** Says what the option waits for. */
export function describeMissingValue(option: OptionSpec): string {
  return `option "${toLongName(option)}" needs a value: ${toLongName(option)} ${option.value}`;
}

/** For a flag with `=`. */
export function describeUnexpectedValue(option: OptionSpec): string {
  return `option "${toLongName(option)}" takes no value`;
}

/** Names the allowed values, when there are such and this is none of them. */
export function describeUnknownChoice(option: OptionSpec, value: string): string | undefined {
  if (!option.choices || option.choices.includes(value)) return undefined;
  const choices = option.choices.join(', ');
  const subject = `option "${toLongName(option)}" is one of ${choices}`;
  if (value.length > longestChoice) return `${subject}, and not what was given`;
  return `${subject}, not "${value}"${suggest(nearest(value, option.choices))}`;
}

/** For operands that are missing or too many. */
export function describeOperandCount(
  command: CommandSpec,
  operands: readonly string[],
): string | undefined {
  if (operands.length < command.minOperands) {
    return `"fleetc ${command.name}" needs ${command.operands.split(' ')[0]}`;
  }
  const extra = operands[command.maxOperands];
  return extra === undefined ? undefined : `unexpected argument "${extra}"`;
}

function toLongName(option: OptionSpec): string {
  return `--${option.name}`;
}

function suggest(meant: string | undefined): string {
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
}
