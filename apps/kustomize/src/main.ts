import { decodeUtf8, readStreamLimited } from '@fleetc/input';
import process from 'node:process';
import { describeErrors } from './describe-results.ts';
import { type Answer, refuse, runFunction } from './run-function.ts';

// Put in by the build from package.json.
declare const FLEETC_VERSION: string;

const limitMebibytes = 32;
const usage = `fleetc-kustomize ${FLEETC_VERSION}: a KRM function; reads a ResourceList on standard input and writes one to standard output.
kustomize starts it: see the annotation "config.kubernetes.io/function" in its README.
`;

async function answer(): Promise<Answer> {
  const bytes = await readStreamLimited(process.stdin, limitMebibytes * 1024 * 1024);
  if (!bytes) return refuse(`standard input is larger than ${limitMebibytes} MiB`);
  const decoded = decodeUtf8(bytes);
  if (!('text' in decoded)) return refuse(`standard input is no UTF-8 text (line ${decoded.line})`);
  return runFunction(decoded.text, process.cwd());
}

async function main(): Promise<void> {
  const { output, results, hasFailed } = await answer().catch(reportFault);
  process.stdout.write(output);
  process.stderr.write(describeErrors(results));
  if (hasFailed) process.exitCode = 1;
}

// The compiler has taken secrets out of the words of what it throws.
function reportFault(error: unknown): Answer {
  const words = error instanceof Error ? error.message : String(error);
  return refuse(`fleetc ran into a fault of its own, sorry: ${words}`);
}

process.stdout.on('error', () => {
  process.exitCode = 1;
});
const answers: Readonly<Record<string, string>> = {
  '--version': `${FLEETC_VERSION}\n`,
  '--help': usage,
  '-h': usage,
};
const [argument] = process.argv.slice(2);
if (argument !== undefined && Object.hasOwn(answers, argument)) {
  process.stdout.write(answers[argument]!);
} else if (argument !== undefined || process.stdin.isTTY) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  await main();
}
