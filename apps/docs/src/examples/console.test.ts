import { expect, it } from 'vitest';
import { matchesOutput, readSteps } from './console.ts';

it('reads commands with their output', () => {
  expect(readSteps('$ fleetc check\nno findings\n\nnext\n$ ls\n')).toEqual([
    { command: 'fleetc check', output: ['no findings', '', 'next'], exitCode: 0, line: 0 },
    { command: 'ls', output: [], exitCode: 0, line: 4 },
  ]);
});

it('reads a command of several lines', () => {
  expect(readSteps('$ fleetc build \\\n  --out x\nwritten \\\n')).toEqual([
    { command: 'fleetc build \\\n  --out x', output: ['written \\'], exitCode: 0, line: 0 },
  ]);
});

it('reads the exit code beside the command or below the output', () => {
  const steps = readSteps('$ fleetc check # exit 1\nerror\n$ true\n');
  expect(steps.map(({ exitCode }) => exitCode)).toEqual([1, 0]);
  expect(readSteps('$ false\nerror\n# exit 1\n')).toEqual([
    { command: 'false', output: ['error'], exitCode: 1, line: 0 },
  ]);
});

it('compares output line by line, but for what is left out', () => {
  expect(matchesOutput(['a', 'b'], ['a', 'b'])).toBe(true);
  expect(matchesOutput(['a'], ['a', 'b'])).toBe(false);
  expect(matchesOutput(['a', 'b'], ['a'])).toBe(false);
  expect(matchesOutput(['a', '…', 'd'], ['a', 'b', 'c', 'd'])).toBe(true);
  expect(matchesOutput(['a', '…', 'd'], ['a', 'd'])).toBe(true);
  expect(matchesOutput(['a', '…'], ['a', 'b'])).toBe(true);
  expect(matchesOutput(['…', 'b', '…', 'd'], ['b', 'd', 'e'])).toBe(false);
});
