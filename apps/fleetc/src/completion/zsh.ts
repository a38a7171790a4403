import type { CommandSpec, OptionSpec } from '../cli/command-spec.ts';
import { visibleOptions } from '../cli/format-help.ts';
import { commands } from '../tables/commands.ts';
import { globalOptions } from '../tables/options.ts';

/** The completion script for zsh; works as a file `_fleetc` in `fpath` and when it is sourced. */
export function formatZshCompletion(): string {
  return `#compdef fleetc
_fleetc() {
  local context state state_descr line
  local -a commands
  typeset -A opt_args
  commands=(
${commands.map(({ name, summary }) => `    ${quote(`${name}:${escapeColons(summary)}`)}`).join('\n')}
  )
  _arguments -C \\
${globalOptions.map((option) => `    ${formatOption(option)} \\`).join('\n')}
    '1: :->command' \\
    '*:: :->operands'
  case $state in
    command) _describe -t commands 'command' commands ;;
    operands)
      case $words[1] in
${commands.map(formatCommand).join('\n')}
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _fleetc ]]; then
  _fleetc "$@"
else
  compdef _fleetc fleetc
fi
`;
}

function formatCommand(command: CommandSpec): string {
  const specs = [...visibleOptions(command).map(formatOption), ...formatOperands(command)];
  return `        ${command.name}) _arguments ${specs.join(' ')} ;;`;
}

function formatOperands({ completes }: CommandSpec): string[] {
  if (completes === 'file') return [quote('*:file:_files')];
  const words = completes === 'command' ? commands.map(({ name }) => name) : (completes ?? []);
  return words.length === 0 ? [] : [quote(`1:word:(${words.join(' ')})`)];
}

function formatOption(option: OptionSpec): string {
  const { name, short, repeatable, summary } = option;
  const description = `[${summary.replace(/[[\]\\]/g, String.raw`\$&`)}]`;
  const repeat = repeatable ? '*' : '';
  const long = quote(`${repeat}--${name}${description}${formatValue(option)}`);
  if (short === undefined) return long;
  return `${quote(`${repeat}-${short}${description}${formatValue(option)}`)} ${long}`;
}

function formatValue({ value, choices, completes }: OptionSpec): string {
  if (value === undefined) return '';
  if (choices) return `:${value}:(${choices.join(' ')})`;
  if (completes === 'directory') return `:${value}:_files -/`;
  return completes === 'file' ? `:${value}:_files` : `:${value}: `;
}

function escapeColons(text: string): string {
  return text.replaceAll(':', String.raw`\:`);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
