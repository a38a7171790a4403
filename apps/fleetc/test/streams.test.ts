import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fleetWithError, plainFleet } from './support/fleets.ts';
import { bin, makeFolder, runFleetc } from './support/run-fleetc.ts';

const folder = makeFolder({ 'fleet.yaml': plainFleet, 'broken.yaml': fleetWithError });

/** Runs a line of bash in which `fleetc` is the command under test, and tells the exit codes of its pipe. */
function runPipe(line: string): { readonly codes: string; readonly stderr: string } {
  const script = `fleetc() { "${process.execPath}" "${bin}" "$@"; }\n${line}\necho "\${PIPESTATUS[@]}" >&3`;
  const stdio = ['ignore', 'ignore', 'pipe', 'pipe'] as const;
  const result = spawnSync('bash', ['-c', script], { cwd: folder, stdio: [...stdio] });
  return { codes: String(result.output[3]).trim(), stderr: String(result.output[2]) };
}

it.skipIf(process.platform === 'win32')('takes a reader that has read enough for success', () => {
  expect(runPipe('fleetc schema | head -c 1')).toEqual({ codes: '0 0', stderr: '' });
  expect(runPipe('fleetc images | true').codes).toBe('0 0');
});

it.skipIf(process.platform === 'win32')(
  'keeps the exit code when nobody reads the diagnostics',
  () => {
    expect(runPipe('fleetc check broken.yaml 2>&1 | true').codes).toBe('1 0');
  },
);

it.skipIf(process.platform !== 'linux')('says that standard output is full', () => {
  expect(runPipe('fleetc schema > /dev/full')).toEqual({
    codes: '4',
    stderr: 'fleetc: cannot write to standard output: no space left on the disk\n',
  });
});

it('prints a long result whole into a slow pipe', async () => {
  const child = spawn(process.execPath, [bin, 'schema'], { cwd: folder });
  await once(child, 'spawn');
  let length = 0;
  for await (const chunk of child.stdout) length += (chunk as Buffer).length;
  expect(length).toBe(Buffer.byteLength(runFleetc(folder, ['schema']).stdout));
});

it.skipIf(process.platform === 'win32')(
  'dies of an interrupt, so that a shell reports 130',
  async () => {
    const child = spawn(process.execPath, [bin, 'check', '-'], { cwd: folder });
    setTimeout(() => child.kill('SIGINT'), 300);
    const [code, signal] = await once(child, 'exit');
    expect([code, signal]).toEqual([null, 'SIGINT']);
  },
);

/** A module that makes a part of the platform throw, as a fault of fleetc would. Its address does not hold the message. */
function breakPlatform(message: string): string[] {
  const codes = [...message].map((letter) => letter.charCodeAt(0)).join();
  const code = `JSON.stringify = () => { throw new TypeError(String.fromCharCode(${codes})) }`;
  return ['--import', `data:text/javascript,${code}`];
}

it('apologizes for a fault of its own and ends with 70', () => {
  const { code, stdout, stderr } = runFleetc(folder, ['images', '--format', 'json'], {
    node: breakPlatform('odd'),
  });
  expect([code, stdout]).toEqual([70, '']);
  expect(stderr).toMatch(
    /^error\[FLC9001\]: fleetc ran into a fault of its own, sorry: TypeError: odd\n {2}= fix: report it .*\n$/,
  );
});

it('adds the place of a fault when it is asked to debug', () => {
  const { code, stderr } = runFleetc(folder, ['images', '--format', 'json'], {
    node: breakPlatform('odd'),
    env: { FLEETC_DEBUG: '1' },
  });
  expect(code).toBe(70);
  expect(stderr).toMatch(/\n {4}at .*\n$/);
  expect(stderr.match(/odd/g)).toHaveLength(1);
});

it('withholds the message of a fault while secrets are in memory', () => {
  const env = { ACME_TOKEN: 'x', FLEETC_DEBUG: '1' };
  const { code, stdout, stderr } = runFleetc(folder, ['--color', 'never', 'secrets'], {
    node: breakPlatform('c4n4ry'),
    env,
  });
  expect([code, stdout]).toEqual([70, '']);
  expect(stderr).toContain('could hold a secret');
  expect(stderr).not.toContain('c4n4ry');
});

it('says that it is not built, in one sentence', () => {
  const copy = makeFolder();
  mkdirSync(join(copy, 'bin'));
  copyFileSync(bin, join(copy, 'bin/fleetc.mjs'));
  const result = spawnSync(process.execPath, [join(copy, 'bin/fleetc.mjs')], { encoding: 'utf8' });
  expect([result.status, result.stdout]).toEqual([70, '']);
  expect(result.stderr).toBe(
    'fleetc: this copy is not built yet; run "npm run build" in its repository\n',
  );
});
