import { expect, it } from 'vitest';
import { findMistake, readFleetcCalls } from './command-lines.ts';
import { readCommandTable } from './command-table.ts';

const commands = readCommandTable(`# Command line

## fleetc build

\`\`\`text
fleetc build [FILE|DIR] [OPTIONS]
\`\`\`

- \`-o, --out DIR\`: Folder of the one output
- \`--check\`: Write nothing
- \`--format FORMAT\`: Form of the diagnostics (text, json)

## fleetc lsp

\`\`\`text
fleetc lsp [OPTIONS]
\`\`\`

## Options of every command

- \`--color WHEN\`: Colour (auto, always, never)
- \`-h, --help\`: Print help

## Exit codes

- \`0\`: nothing to complain about
`);
const mistake = (line: string) => readFleetcCalls(line).map((call) => findMistake(call, commands));

it('finds each call of fleetc in a line', () => {
  const line = `A=1 npx fleetc build "a b" -o x > y.txt && fleetc lsp # fleetc lock`;
  expect(readFleetcCalls(line)).toEqual([['build', 'a b', '-o', 'x'], ['lsp']]);
  expect(readFleetcCalls('source <(fleetc lsp)\n')).toEqual([['lsp']]);
  expect(readFleetcCalls('$ echo x | fleetc build \\\n  --check - 2>&1 | sort\n')).toEqual([
    ['build', '--check', '-'],
  ]);
  expect(readFleetcCalls('git clone fleetc; cat fleetc # fleetc lsp')).toEqual([]);
});

it('accepts what the command line accepts', () => {
  const line = 'fleetc build x --out=y --check --format json --color never; fleetc lsp -h';
  expect(mistake(line)).toEqual([undefined, undefined]);
});

it('names what the command line would refuse', () => {
  expect(mistake('fleetc biuld')).toEqual(['fleetc has no command "biuld"']);
  expect(mistake('fleetc build --chekc')).toEqual(['"fleetc build" has no option --chekc']);
  expect(mistake('fleetc build --out')).toEqual(['"fleetc build" needs a value for --out']);
  expect(mistake('fleetc build --format xml')).toEqual(['"fleetc build" knows no --format xml']);
  expect(mistake('fleetc lsp x')).toEqual(['"fleetc lsp" takes no such operand']);
});
