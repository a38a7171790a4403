import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Host, ProcessFacts } from './host.ts';
import { createNodeHost } from './node-host.ts';
import { build, summarizeFindings } from './testing/build.ts';
import { createFailingHost } from './testing/failing-host.ts';
import { createScratchFolder, putFile, readFolder } from './testing/scratch-folder.ts';

const files = { 'a.yaml': 'a: 1\n' };

function createHost(facts: Partial<ProcessFacts> = {}): Host {
  const process = {
    id: 7,
    machine: 'here',
    isRunning: (id: number) => id === 42,
    pause: () => {},
    ...facts,
  };
  return { ...createNodeHost(), process };
}

it.each([
  ['a running process', '42 here\n', 'process 42'],
  ['any process of another machine', '99 there\n', 'process 99 on there'],
])('leaves a folder alone that %s writes to', async (_, lock, owner) => {
  const out = createScratchFolder();
  putFile(join(out, '.fleetc-lock'), lock);
  const result = await build(files, out, { host: createHost() });
  expect(summarizeFindings(result)).toEqual([`FLC6006 ${owner} holds "${out}/.fleetc-lock"`]);
  expect(readFolder(out)).toEqual({ '.fleetc-lock': lock });
});

it.each([
  ['a process that ended', '99 here\n'],
  ['a namesake of this process', '7 here\n'],
  ['a process that died before it signed', ''],
  ['a process that died while it signed', '42 he'],
])('takes over the lock of %s', async (_, lock) => {
  const out = createScratchFolder();
  putFile(join(out, '.fleetc-lock'), lock);
  expect((await build(files, out, { host: createHost() })).value?.written).toEqual(['a.yaml']);
  expect(Object.keys(readFolder(out))).toEqual(['.fleetc-manifest.json', 'a.yaml']);
});

it('does not take a lock for stale that it cannot read', async () => {
  const out = createScratchFolder();
  putFile(join(out, '.fleetc-lock'), '42 here\n');
  const host = createFailingHost('read', /lock$/, 'EACCES');
  expect(summarizeFindings(await build(files, out, { host }))).toEqual([
    `FLC6002 permission is denied at "${out}/.fleetc-lock"`,
  ]);
  expect(readFolder(out)).toHaveProperty('.fleetc-lock');
});

it('waits for a process that is about to sign its lock', async () => {
  const out = createScratchFolder();
  putFile(join(out, '.fleetc-lock'), '');
  const pause = () => putFile(join(out, '.fleetc-lock'), '42 here\n');
  const result = await build(files, out, { host: createHost({ pause }) });
  expect(summarizeFindings(result)).toEqual([`FLC6006 process 42 holds "${out}/.fleetc-lock"`]);
});

it('removes a stale lock even when there is nothing else to do', async () => {
  const out = createScratchFolder();
  await build(files, out);
  putFile(join(out, '.fleetc-lock'), '99 here\n');
  await build(files, out, { host: createHost() });
  expect(readFolder(out)).not.toHaveProperty('.fleetc-lock');
});

it('knows of a real process whether it runs', () => {
  const { isRunning } = createNodeHost().process;
  expect(isRunning(process.ppid)).toBe(true);
  // Above the highest number that Linux, macOS and Windows give to a process.
  expect(isRunning(0x7ffffffe)).toBe(false);
});
