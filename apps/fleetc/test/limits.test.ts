import { readFileSync } from 'node:fs';
import { type Limit, limitTable } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { plainFleet } from './support/fleets.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

const limits: readonly Limit[] = Object.values(limitTable);

function check(text: string, env: Record<string, string> = {}) {
  const folder = makeFolder({ 'fleet.yaml': text });
  const { code, stdout, stderr } = runFleetc(folder, ['check', '--format', 'json'], { env });
  const found: { code: string; message: string; fix: string }[] = stdout
    ? JSON.parse(stdout).diagnostics
    : [];
  return { code, found, stderr };
}

it('are in the docs as they are in the code', () => {
  const docs = readFileSync(new URL('../../../docs/limits.md', import.meta.url), 'utf8');
  const rows = docs.split('\n').filter((line) => line.includes('`FLEETC_MAX_'));
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  expect(cells.map(([, , value, variable]) => [value, variable])).toEqual(
    limits.map(({ value, variable }) => [String(value), `\`${variable}\``]),
  );
  for (const [index, { unit }] of limits.entries()) {
    expect(cells[index]![1]!.startsWith(unit)).toBe(true);
  }
});

const window =
  '{ from: "2026-12-01T00:00", to: "2026-12-01T01:00", zone: UTC, every: day, min: 1 }';
const scheduled = `  b:\n    autoscale: { min: 0, max: 2, on: webhook, schedule: { a: ${window}, b: ${window} } }\n`;
const outputs = 'outputs: [{ target: plain, dir: a }, { target: plain, dir: b }]\n';
const aliased = '    env: { A: &a x, B: *a, C: *a }\n';

it.each([
  ['FLEETC_MAX_VALUES', plainFleet, '10 keys and values'],
  ['FLEETC_MAX_DEPTH', plainFleet, '1 levels of nesting'],
  ['FLEETC_MAX_ALIASES', plainFleet + aliased, '1 aliases'],
  ['FLEETC_MAX_ALIASED_VALUES', plainFleet + aliased, '1 values that aliases stand for'],
  ['FLEETC_MAX_EFFECTIVE_VALUES', plainFleet, '10 values in all pools'],
  ['FLEETC_MAX_WINDOWS', plainFleet + scheduled, '1 windows in one schedule'],
  ['FLEETC_MAX_OUTPUTS', plainFleet + outputs, '1 outputs'],
])('%s sets another limit, and the message names both', (variable, text, words) => {
  expect(check(text).found.map(({ code }) => code)).not.toContain('FLC1013');
  const { code, found } = check(text, { [variable]: words.split(' ')[0]! });
  expect([code, found.map((one) => one.code)]).toEqual([1, ['FLC1013']]);
  expect(found[0]!.message).toContain(words);
  expect(found[0]!.fix).toContain(`set ${variable} to a higher number`);
});

it('takes a larger file when it is told to, and refuses a smaller one', () => {
  const text = `${plainFleet}${'#'.repeat(1024 * 1024)}\n`;
  expect(check(text, { FLEETC_MAX_MEBIBYTES: '2' })).toMatchObject({ code: 0, found: [] });
  const { code, found } = check(text, { FLEETC_MAX_MEBIBYTES: '1' });
  expect([code, found[0]?.code]).toEqual([4, 'FLC1904']);
  expect(found[0]!.message).toBe('"fleet.yaml" is larger than 1 MiB');
  expect(found[0]!.fix).toContain('set FLEETC_MAX_MEBIBYTES to a higher number');
});

it('shows the weightiest findings and says that there are more, which count all the same', () => {
  const warnings = [1, 2, 3].map((index) => `  w${index}: { labels: [w${index}] }\n`).join('');
  const shown = check(`${plainFleet}${warnings}`, { FLEETC_MAX_FINDINGS: '2' });
  expect(shown.found.map((one) => one.code)).toEqual(['FLC4401', 'FLC4401', 'FLC1040']);
  expect([shown.code, shown.stderr]).toEqual([0, 'fleet.yaml: 3 warnings\n']);
});

it('uses nothing of a file with more mistakes than the limit', () => {
  const unknown = [1, 2, 3, 4].map((index) => `unknown${index}: 1\n`).join('');
  const { code, found } = check(`${plainFleet}${unknown}`, { FLEETC_MAX_FINDINGS: '2' });
  expect(found.map((one) => one.code)).toEqual(['FLC2001', 'FLC2001', 'FLC1040']);
  expect(code).toBe(1);
});

it.each(['0', '-1', 'many', '1e3', '12345678901'])('refuses %s as a limit', (value) => {
  expect(check(plainFleet, { FLEETC_MAX_DEPTH: value })).toEqual({
    code: 2,
    found: [],
    stderr: `fleetc: the variable FLEETC_MAX_DEPTH needs a whole number above 0, not "${value}"\nRun "fleetc help check" for help.\n`,
  });
});
