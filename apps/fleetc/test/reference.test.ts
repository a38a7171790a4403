import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commands } from '../src/tables/commands.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

const page = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8');

it('keeps docs/cli.md as the command table has it', () => {
  const { code, stdout } = runFleetc(makeFolder(), ['help', '--markdown']);
  expect(code).toBe(0);
  // Mend with: npm run generate:docs
  expect(page).toBe(stdout);
});

it('describes every command and no hidden option', () => {
  for (const { name } of commands) {
    if (name !== 'help') expect(page).toContain(`\n## fleetc ${name}\n`);
  }
  expect(page).not.toContain('--markdown');
});
