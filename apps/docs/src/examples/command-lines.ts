import type { Command } from './command-table.ts';

/**
 * The arguments of every `fleetc` in a block of shell commands. Understands as much of the shell as pages need: quotes,
 * comments, pipes, `&&`, `;`, substitutions, redirections, assignments and lines that go on.
 */
export function readFleetcCalls(text: string): readonly (readonly string[])[] {
  const lines = text.replaceAll('\\\n', ' ').replaceAll(/^\$ /gm, '').split('\n');
  return lines.flatMap((line) =>
    splitCommands(line).flatMap((words) => {
      const start = words.findIndex((word) => !/^([A-Z_]+=.*|npx|!|time|env)$/.test(word));
      return words[start] === 'fleetc' ? [words.slice(start + 1)] : [];
    }),
  );
}

const redirection = /\d?[<>]+(?:&\d|\s*[^\s|&;()<>]+)/y;
const word = /(?:"[^"]*"|'[^']*'|\\.|[^\s"'\\|&;()<>`$]|\$(?!\())+/y;

function splitCommands(line: string): string[][] {
  const commands: string[][] = [[]];
  for (let index = 0; index < line.length;) {
    word.lastIndex = index;
    redirection.lastIndex = index;
    const redirected = redirection.exec(line)?.[0];
    const found = redirected ? undefined : word.exec(line)?.[0];
    if (found?.startsWith('#')) break;
    if (found !== undefined) commands.at(-1)!.push(found.replaceAll(/["']/g, ''));
    const length = (redirected ?? found ?? ' ').length;
    if (!redirected && !found && line[index]!.trim() !== '') commands.push([]);
    index += length;
  }
  return commands;
}

/** What is wrong with a call, or nothing. */
export function findMistake(
  [name = '', ...words]: readonly string[],
  commands: ReadonlyMap<string, Command>,
): string | undefined {
  if (['--version', '--help', 'help'].includes(name)) return undefined;
  const command = commands.get(name);
  if (!command) return `fleetc has no command "${name}"`;
  const operands: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    if (!/^-./.test(word)) {
      operands.push(word);
      continue;
    }
    const problem = findOptionMistake(word, words[index + 1], command);
    if (problem !== undefined) return `"fleetc ${name}" ${problem}`;
    if (!word.includes('=') && command.options.get(word)?.takesValue) index += 1;
  }
  return operands.length > command.operands ? `"fleetc ${name}" takes no such operand` : undefined;
}

function findOptionMistake(
  word: string,
  next: string | undefined,
  { options }: Command,
): string | undefined {
  const [spelled = '', inline = next] = word.split('=', 2);
  const option = options.get(spelled);
  if (!option) return `has no option ${spelled}`;
  if (!option.takesValue) return undefined;
  if (inline === undefined) return `needs a value for ${spelled}`;
  const isKnown = option.choices.length === 0 || option.choices.includes(inline);
  return isKnown ? undefined : `knows no ${spelled} ${inline}`;
}
