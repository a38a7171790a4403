// Runs the built `check` on many files, each on standard input, and prints what became of each. One process for all: a
// process each would take most of its time to start.
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import process from 'node:process';
import { Readable } from 'node:stream';

const { run } = await import('../../dist/commands/check.command.mjs');
const results = [];
process.on('unhandledRejection', (error) => {
  process.stderr.write(`unhandled: ${String(error)}\n`);
  process.exitCode = 70;
});

for (const file of process.argv.slice(2)) {
  const written = { out: '', err: '' };
  const options = new Map([['format', ['json']]]);
  const code = await run(
    { command: { name: 'check' }, operands: ['-'], options },
    {
      directory: tmpdir(),
      environment: {},
      stdin: Readable.from([readFileSync(file)]),
      stdout: { write: (text) => (written.out += text) },
      stderr: { write: (text) => (written.err += text) },
    },
  );
  const { diagnostics } = JSON.parse(written.out);
  results.push({ code, codes: diagnostics.map((found) => found.code), stderr: written.err });
}

process.stdout.write(JSON.stringify(results));
