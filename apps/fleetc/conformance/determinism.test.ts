import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder, runFleetc } from '../test/support/run-fleetc.ts';
import { readTree } from '../test/support/tree.ts';

// With schedules, which know zones, and names that languages sort in different ways.
const fleet = readFileSync(join(import.meta.dirname, '../../../examples/autoscaling/fleet.yaml'))
  .toString()
  .replace(/^# yaml-language-server.*\n/, '')
  .replace('pools:\n', 'pools:\n  ich: { labels: [ich, A, z, a] }\n  island: { labels: [I, i] }\n');

/** What one folder with the fleet holds after a build, and what the build says, findings included. */
function build(env: Readonly<Record<string, string>>, text = fleet) {
  const folder = makeFolder({ 'fleet.yaml': text });
  const result = runFleetc(folder, ['build', '--out', 'build'], { env });
  return { result, tree: readTree(join(folder, 'build')) };
}

const places = [
  ['en_US.UTF-8', 'America/New_York'],
  ['de_DE.UTF-8', 'Europe/Berlin'],
  // i and I are no pair there.
  ['tr_TR.UTF-8', 'Europe/Istanbul'],
  // Sorts aa after z, and ch after c.
  ['da_DK.UTF-8', 'Atlantic/Faroe'],
  ['cs_CZ.UTF-8', 'Europe/Prague'],
  ['zh_CN.UTF-8', 'Asia/Shanghai'],
  ['ja_JP.eucJP', 'Asia/Tokyo'],
  // Writes other digits.
  ['ar_EG.UTF-8', 'Africa/Cairo'],
  ['fa_IR.UTF-8', 'Asia/Kathmandu'],
  ['C', 'Pacific/Chatham'],
] as const;

it('writes and says the same in ten places of the world', () => {
  const here = build({ LC_ALL: 'C', TZ: 'UTC' });
  expect(here.result.code).toBe(0);
  expect(Object.keys(here.tree).length).toBeGreaterThan(8);
  for (const [locale, zone] of places) {
    const there = build({ LC_ALL: locale, LANG: locale, TZ: zone });
    expect([locale, there]).toEqual([locale, here]);
  }
});

it('writes the same from every folder, by relative and absolute path', () => {
  const folder = makeFolder({ 'fleet.yaml': fleet });
  mkdirSync(join(folder, 'a/b'), { recursive: true });
  const ways: [cwd: string, file: string, out: string][] = [
    [folder, 'fleet.yaml', 'one'],
    [join(folder, 'a/b'), '../../fleet.yaml', '../../two'],
    ['/', join(folder, 'fleet.yaml'), join(folder, 'three')],
  ];
  const trees = ways.map(([cwd, file, out]) => {
    expect(runFleetc(cwd, ['build', file, '--out', out])).toMatchObject({ code: 0 });
    return readTree(join(folder, out.split('/').at(-1)!));
  });
  expect(trees[1]).toEqual(trees[0]);
  expect(trees[2]).toEqual(trees[0]);
});

it('writes the same for lines that end as on Windows, and after a byte order mark', () => {
  const { tree } = build({});
  expect(build({}, fleet.replaceAll('\n', '\r\n')).tree).toEqual(tree);
  expect(build({}, `\uFEFF${fleet}`).tree).toEqual(tree);
});
