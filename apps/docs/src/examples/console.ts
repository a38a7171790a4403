/** A command of a console block, and what it is to print and to exit with. */
export interface Step {
  readonly command: string;
  readonly output: readonly string[];
  readonly exitCode: number;
  /** Number of its line within the block, from zero. */
  readonly line: number;
}

/** Commands of a block with `$ ` in front; lines that end in a backslash go on, lines between are output. */
export function readSteps(text: string): readonly Step[] {
  const steps: { command: string; output: string[]; exitCode: number; line: number }[] = [];
  let goesOn = false;
  text
    .replace(/\n$/, '')
    .split('\n')
    .forEach((content, line) => {
      const step = steps.at(-1);
      const exit = /^(.*?) *# exit (\d+)$/.exec(content);
      if (content.startsWith('$ ')) {
        const command = (exit?.[1] ?? content).slice('$ '.length);
        steps.push({ command, output: [], exitCode: Number(exit?.[2] ?? 0), line });
      } else if (step && goesOn) step.command += `\n${content}`;
      else if (step && exit?.[1] === '') step.exitCode = Number(exit[2]);
      else step?.output.push(content);
      goesOn = content.endsWith('\\') && (content.startsWith('$ ') || goesOn);
    });
  return steps;
}

/** Whether the lines are those that a page shows, where a line `…` stands for any number of them. */
export function matchesOutput(shown: readonly string[], lines: readonly string[]): boolean {
  const [first, ...rest] = shown;
  if (first === undefined) return lines.length === 0;
  if (first !== '…') return lines[0] === first && matchesOutput(rest, lines.slice(1));
  return lines.some((_, index) => matchesOutput(rest, lines.slice(index))) || rest.length === 0;
}
