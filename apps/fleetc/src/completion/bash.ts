import type { CommandSpec } from '../cli/command-spec.ts';
import { visibleOptions } from '../cli/format-help.ts';
import { commands } from '../tables/commands.ts';
import { globalOptions } from '../tables/options.ts';

/**
 * The completion script for bash, from version 3.2 on.
 *
 * An empty reply falls back to names of files (`-o default`), which bash quotes better than a script could.
 */
export function formatBashCompletion(): string {
  return `# bash completion for fleetc
_fleetc() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
  local command='' operands='' options='' word
  # bash splits --name=value at the equals sign
  if [[ $current == '=' ]]; then current=''; fi
  if [[ $previous == '=' ]]; then previous=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      ${names(commands).join(' | ')}) command=$word && break ;;
    esac
  done
  COMPREPLY=()
  case "$command $previous" in
${valueCases().join('\n')}
  esac
  case $command in
    '') operands='${names(commands).join(' ')}' options='${globalOptions.map(toLongName).join(' ')}' ;;
${commands.map(commandCase).join('\n')}
  esac
  if [[ $current == -* ]]; then operands=$options; fi
  COMPREPLY=($(compgen -W "$operands" -- "$current"))
}
complete -o bashdefault -o default -F _fleetc fleetc
`;
}

/** Values after an option; an option without choices ends with an empty reply, and so with names of files. */
function valueCases(): string[] {
  const own = commands.flatMap((command) =>
    command.options.map((option) => ({ option, pattern: `'${command.name} --${option.name}'` })),
  );
  const shared = globalOptions.map((option) => ({ option, pattern: `*' --${option.name}'` }));
  return [...own, ...shared].flatMap(({ option, pattern }) => {
    if (option.value === undefined) return [];
    const short =
      option.short === undefined ? '' : ` | ${pattern.replace(/--[\w-]+/, `-${option.short}`)}`;
    const reply = `COMPREPLY=($(compgen -W '${option.choices?.join(' ')}' -- "$current")); return`;
    return [`    ${pattern}${short}) ${option.choices ? reply : 'return'} ;;`];
  });
}

function commandCase(command: CommandSpec): string {
  const operands = operandWords(command).join(' ');
  const options = visibleOptions(command).map(toLongName).join(' ');
  return `    ${command.name}) operands='${operands}' options='${options}' ;;`;
}

function operandWords({ completes }: CommandSpec): readonly string[] {
  if (completes === 'command') return names(commands);
  return typeof completes === 'string' ? [] : (completes ?? []);
}

function names(list: readonly { readonly name: string }[]): string[] {
  return list.map(({ name }) => name);
}

function toLongName({ name }: { readonly name: string }): string {
  return `--${name}`;
}
