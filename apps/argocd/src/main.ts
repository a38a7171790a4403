import { toPrintable } from '@fleetc/diagnostics';
import process from 'node:process';
import { announce } from './announce.ts';
import type { Answer, Call } from './call.ts';
import { generate } from './generate.ts';
import { isRefusal } from './refusal.ts';

// Put in by the build from package.json.
declare const FLEETC_VERSION: string;

const commands: Readonly<Record<string, (call: Call) => Promise<Answer>>> = {
  generate,
  parameters: announce,
};
const usage = `fleetc-argocd ${FLEETC_VERSION}: a config management plugin; Argo CD runs "fleetc-argocd generate" and "fleetc-argocd parameters".`;

async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...more] = args;
  if (name === '--version') return write({ result: `${FLEETC_VERSION}\n`, notes: [] });
  if (name === '--help' || name === '-h') return write({ result: `${usage}\n`, notes: [] });
  const command = Object.hasOwn(commands, name) && more.length === 0 && commands[name];
  if (!command) return say([usage], 2);
  try {
    return write(await command({ folder: process.cwd(), environment: process.env }));
  } catch (error) {
    return reportThrown(error);
  }
}

function write({ result, notes }: Answer): number {
  process.stdout.write(result);
  return say(
    notes.map((note) => `fleetc-argocd: ${note}`),
    0,
  );
}

// The compiler has taken secrets out of the words of what it throws.
function reportThrown(error: unknown): number {
  const words = error instanceof Error ? error.message : String(error);
  if (!isRefusal(error))
    return say([`fleetc-argocd: fleetc ran into a fault of its own, sorry: ${words}`], 70);
  const lines = words.split('\n');
  return say(lines.length > 1 ? lines : [`fleetc-argocd: ${words}`], 1);
}

function say(lines: readonly string[], exitCode: number): number {
  process.stderr.write(lines.map((line) => `${toPrintable(line)}\n`).join(''));
  return exitCode;
}

// No handler for SIGTERM: the system ends the process at once, whatever it is busy with, and a shell calls that 143.
process.stdout.on('error', () => {
  process.exitCode = 1;
});
process.exitCode = await main(process.argv.slice(2));
