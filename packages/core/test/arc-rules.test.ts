import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ignoreRules } from '@fleetc/diagnostics';
import { fleetRules } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { coreRules } from '../src/rules/index.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/arc-rules.md'), 'utf8');
const codes = new Set([...fleetRules, ...coreRules, ...ignoreRules].map(({ code }) => code));
/** Findings of the command line, which knows what is in a Secret. */
const ofCommands = /^FLC6/;

/** Rows of the page's tables: a known mistake, and what covers it. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| (?:-|known mistake)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('names no finding that there is not', () => {
  const named = [...page.matchAll(/FLC\d{4}/g)].map(([code]) => code);
  const unknown = named.filter((code) => !codes.has(code as never) && !ofCommands.test(code));
  expect(unknown).toEqual([]);
});

it('says of every known mistake what covers it', () => {
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter(([, mistake, answer]) => !mistake || !answer)).toEqual([]);
});

it('names every mistake once', () => {
  const mistakes = rows.map(([, mistake]) => mistake);
  expect(mistakes.filter((mistake, index) => mistakes.indexOf(mistake) !== index)).toEqual([]);
});
