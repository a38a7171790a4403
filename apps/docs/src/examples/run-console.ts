import { spawn } from 'node:child_process';
import type { Block } from './block.ts';
import { matchesOutput, readSteps, type Step } from './console.ts';

/** Where commands are run. */
export interface Place {
  readonly folder: string;
  readonly path: string;
}

/** A command that printed or exited differently from what the page shows. */
export interface Difference {
  /** Of the command, within the page. */
  readonly line: number;
  readonly message: string;
}

/** Runs the commands of a block, one after the other in one shell. */
export async function runConsole(block: Block, place: Place): Promise<readonly Difference[]> {
  const steps = readSteps(block.text);
  const printed = await runShell(steps, place);
  const results = printed.split(separator);
  return steps.flatMap((step, index) => {
    const [output = '', exitCode] = results.slice(2 * index);
    const lines = output.replace(/\n$/, '').split('\n');
    const message = compare(step, output === '' ? [] : lines, Number(exitCode));
    return message === undefined ? [] : [{ line: block.line + step.line, message }];
  });
}

/** A record separator, as text and as `printf` writes it. */
const separator = '\u001E';
const escaped = '\\036';

function compare(step: Step, lines: readonly string[], exitCode: number): string | undefined {
  const isSame =
    exitCode === step.exitCode && matchesOutput(withoutEnd(step.output), withoutEnd(lines));
  if (isSame) return undefined;
  return `"${step.command}" exits with ${exitCode} and prints\n${lines.join('\n')}`;
}

/** Empty lines at the end separate commands of a page. */
function withoutEnd(lines: readonly string[]): readonly string[] {
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
}

/** One stream, as in a terminal; the exit code stands behind the output of each command, between separators. */
function runShell(steps: readonly Step[], { folder, path }: Place): Promise<string> {
  const script = steps
    .map(({ command }) => `{ ${command}\n}\nprintf '${escaped}%d${escaped}' "$?"\n`)
    .join('');
  const env = { PATH: path, HOME: folder, LC_ALL: 'C', TERM: 'dumb' };
  const child = spawn('bash', ['-c', `exec 2>&1\n${script}`], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}
