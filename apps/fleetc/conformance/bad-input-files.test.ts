import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plainFleet } from '../test/support/fleets.ts';
import { makeFolder, runFleetc } from '../test/support/run-fleetc.ts';

/** Ends in time, with an exit code for mistakes of others, and with findings that have codes. */
function checkQuickly(folder: string, operand: string, env = {}, input: string | Buffer = '') {
  const start = performance.now();
  const args = ['check', '--format', 'json', operand];
  const { code, stdout, stderr } = runFleetc(folder, args, { env, input });
  const diagnostics: { code: string; message: string; fix: string }[] = stdout
    ? JSON.parse(stdout).diagnostics
    : [];
  return { code, diagnostics, stderr, seconds: (performance.now() - start) / 1000 };
}

const corpus = join(import.meta.dirname, '../../../packages/core/test/corpus/broken');
const names = readdirSync(corpus).filter((name) => name.endsWith('.yaml'));
const inOneProcess = join(import.meta.dirname, '../test/support/check-many.mjs');

it('refuses every broken file of the corpus, or warns of it, and never faults', () => {
  const files = names.map((name) => join(corpus, name));
  const output = execFileSync(process.execPath, [inOneProcess, ...files], { encoding: 'utf8' });
  const results: { code: number; codes: string[]; stderr: string }[] = JSON.parse(output);
  expect(results).toHaveLength(names.length);
  for (const [index, { code, codes, stderr }] of results.entries()) {
    expect([names[index], [0, 1, 4].includes(code), stderr.includes('FLC9')]).toEqual([
      names[index],
      true,
      false,
    ]);
    expect(codes.filter((found) => !/^FLC[1-8]\d{3}$/.test(found))).toEqual([]);
    expect([names[index], codes.length > 0]).toEqual([names[index], true]);
  }
});

it.each([
  ['png.yaml', 4, 'FLC1903'],
  ['utf16-le.yaml', 4, 'FLC1903'],
  ['windows-1252.yaml', 4, 'FLC1903'],
  ['cut-in-character.yaml', 4, 'FLC1903'],
  ['nul-padding.yaml', 1, 'FLC1005'],
  ['rancher-fleet.yaml', 1, 'FLC2009'],
  ['conflict-markers.yaml', 1, 'FLC1005'],
  ['half-typed-colon.yaml', 0, 'FLC4940'],
])('says of %s, on standard input, with exit code %i, %s', (name, code, expected) => {
  const found = checkQuickly(makeFolder(), '-', {}, readFileSync(join(corpus, name)));
  expect([found.code, found.diagnostics.some((one) => one.code === expected)]).toEqual([
    code,
    true,
  ]);
});

it('refuses 100 MB before reading them', () => {
  const bytes = Buffer.concat([Buffer.from(plainFleet), Buffer.alloc(100 * 1000 * 1000, '# ')]);
  const found = checkQuickly(makeFolder({ 'fleet.yaml': bytes }), 'fleet.yaml');
  expect(found).toMatchObject({ code: 4, diagnostics: [{ code: 'FLC1904' }] });
  expect(found.diagnostics[0]!.fix).toContain('FLEETC_MAX_MEBIBYTES');
  expect(found.seconds).toBeLessThan(10);
});

it.each([
  ['an environment variable', 'env: { A: "TEXT" }', []],
  ['the name of an image', 'image: "TEXT"', ['FLC2010']],
  ['the name of a pool', 'labels: [a]\n  TEXT: { scope: web }', ['FLC2005']],
])('reads or refuses 10 MB in %s', (_, field, codes) => {
  const text = 'a'.repeat(10 * 1000 * 1000);
  const fleet = `${plainFleet}    ${field.replace('TEXT', text)}\n`;
  const found = checkQuickly(makeFolder({ 'fleet.yaml': fleet }), 'fleet.yaml');
  expect(found.diagnostics.map(({ code }) => code)).toEqual(codes);
  expect(found.seconds).toBeLessThan(20);
});

it.each(['/dev/null', '.'])('says that %s holds no fleet', (operand) => {
  if (process.platform === 'win32') return;
  const code = operand === '.' ? 'FLC1901' : 'FLC1003';
  expect(checkQuickly(makeFolder(), operand).diagnostics).toMatchObject([{ code }]);
});

it.skipIf(process.platform === 'win32')('reads a named pipe, and stops at the limit', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet });
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  const script = `cat fleet.yaml > pipe & exec "$0" "$1" check pipe`;
  const bin = join(import.meta.dirname, '../bin/fleetc.mjs');
  const output = execFileSync('sh', ['-c', `${script} 2>&1`, process.execPath, bin], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect(output).toBe('pipe: no findings\n');
});

it('says that a folder in the place of the file is none', () => {
  const folder = makeFolder();
  mkdirSync(join(folder, 'fleet.yaml'));
  expect(checkQuickly(folder, 'fleet.yaml')).toMatchObject({
    code: 4,
    diagnostics: [{ code: 'FLC1901' }],
  });
});
