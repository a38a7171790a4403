import { toPrintable } from '@fleetc/diagnostics';
import * as module from 'node:module';
import process from 'node:process';
import { formatCommandHelp, formatOverview } from './cli/format-help.ts';
import type { Invocation } from './cli/invocation.ts';
import { parseArguments, type Request } from './cli/parse-arguments.ts';
import { loadCommand } from './commands/load-command.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { guardStreams } from './process/guard-streams.ts';
import { reportThrown } from './process/report-thrown.ts';
import type { Shell } from './shell.ts';
import { version } from './version.ts';

// Streams are opened when they are asked for: `--version` has no use for standard input.
const shell: Shell = {
  directory: process.cwd(),
  environment: process.env,
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return process.stdout;
  },
  get stderr() {
    return process.stderr;
  },
};

async function main(args: readonly string[]): Promise<ExitCode> {
  const request = parseArguments(args);
  if (request.kind === 'run') return runCommand(request.invocation);
  if (request.kind === 'wrong') return refuse(request);
  shell.stdout.write(request.kind === 'version' ? `fleetc ${version}\n` : formatHelp(request));
  return exitCodes.clean;
}

async function runCommand(invocation: Invocation): Promise<ExitCode> {
  try {
    const run = await loadCommand(invocation.command.name);
    return await run(invocation, shell);
  } catch (error) {
    return reportThrown(error, invocation.command.name, shell);
  }
}

function refuse({ message, command }: Request & { kind: 'wrong' }): ExitCode {
  const topic = command ? ` ${command.name}` : '';
  shell.stderr.write(`fleetc: ${toPrintable(message)}\nRun "fleetc help${topic}" for help.\n`);
  return exitCodes.usage;
}

function formatHelp({ command }: Request & { kind: 'help' }): string {
  const width = Math.max(40, Math.min(process.stdout.columns ?? 80, 100));
  return command ? formatCommandHelp(command, width) : formatOverview(width);
}

// Through the namespace, because Node 20 has no such export and a named import of it would not link.
module.enableCompileCache?.();
guardStreams();
process.on('uncaughtException', (error) => {
  const command = ['secrets', 'seal'].find((name) => process.argv.includes(name)) ?? '';
  process.exitCode = reportThrown(error, command, shell);
});
const exitCode = await main(process.argv.slice(2));
process.exitCode ||= exitCode;
