import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const images = ['argocd', 'fleetc', 'kustomize'];

function lint(text: string): string[] {
  return validate(text).map(({ message, range }) => `${range.start.line + 1}: ${message}`);
}

it.each(images)('has a Dockerfile of %s without a finding', (app) => {
  expect(lint(readFileSync(join(root, 'apps', app, 'Dockerfile'), 'utf8'))).toEqual([]);
});

it('would find a mistake in a Dockerfile', () => {
  expect(lint('FROM node:24-slim\nCOPPY a b\nUSER\n')).toEqual([
    '2: Unknown instruction: COPPY',
    '3: Instruction has no arguments',
  ]);
});

it.each(images)('has an image of %s that runs as a user by number who is not root', (app) => {
  const lines = readFileSync(join(root, 'apps', app, 'Dockerfile'), 'utf8').split('\n');
  const instructions = lines.filter((line) => /^[A-Z]+ /.test(line));
  expect(instructions.at(-2)).toMatch(/^USER [1-9]\d*(:[1-9]\d*)?$/);
  // The form without a shell, so that signals arrive.
  expect(instructions.at(-1)).toMatch(/^ENTRYPOINT \["\/.*"\]$/);
  // A tag that moves under the same name is no base.
  expect(instructions[0]).toMatch(/^ARG BASE=docker\.io\/library\/node:\d+-slim$/);
  expect(instructions.filter((line) => /^ADD|https?:/.test(line))).toEqual([]);
});
