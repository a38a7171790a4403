import type { CommandSpec, OptionSpec } from '../cli/command-spec.ts';
import { commands } from '../tables/commands.ts';
import { globalOptions } from '../tables/options.ts';

/** The completion script for fish. */
export function formatFishCompletion(): string {
  const lines = [
    '# fish completion for fleetc',
    'complete -c fleetc -f',
    ...globalOptions.map((option) => `complete -c fleetc ${formatOption(option)}`),
    ...commands.flatMap(formatCommand),
  ];
  return `${lines.join('\n')}\n`;
}

function formatCommand(command: CommandSpec): string[] {
  const { name, summary, options } = command;
  const after = `complete -c fleetc -n '__fish_seen_subcommand_from ${name}'`;
  return [
    `complete -c fleetc -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
    ...formatOperands(command).map((operands) => `${after} ${operands}`),
    ...options
      .filter((option) => option.hidden !== true)
      .map((option) => `${after} ${formatOption(option)}`),
  ];
}

function formatOperands({ completes }: CommandSpec): string[] {
  if (completes === 'file') return ['-F'];
  const words = completes === 'command' ? commands.map(({ name }) => name) : (completes ?? []);
  return words.length === 0 ? [] : [`-a ${quote(words.join(' '))}`];
}

function formatOption(option: OptionSpec): string {
  const short = option.short === undefined ? '' : ` -s ${option.short}`;
  return `-l ${option.name}${short}${formatValue(option)} -d ${quote(option.summary)}`;
}

function formatValue({ value, choices, completes }: OptionSpec): string {
  if (value === undefined) return '';
  if (choices) return ` -x -a ${quote(choices.join(' '))}`;
  if (completes === 'directory') return " -x -a '(__fish_complete_directories)'";
  return completes === 'file' ? ' -r -F' : ' -x';
}

function quote(text: string): string {
  return `'${text.replace(/['\\]/g, String.raw`\$&`)}'`;
}
