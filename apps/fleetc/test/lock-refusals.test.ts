import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fleetWithError } from './support/fleets.ts';
import { createLockWorld } from './support/lock-world.ts';
import { runFleetc } from './support/run-fleetc.ts';
import { startFleetc } from './support/start-fleetc.ts';

const world = createLockWorld();

it('points into a lock that is broken, and touches it neither by lock nor by build', async () => {
  const broken = 'version: 1\nimages:\n  docker:dind: { digest: x }\n';
  writeFileSync(join(world.folder, 'fleet.lock.yaml'), broken);
  for (const run of [
    await world.lock(),
    await world.lock('--check'),
    runFleetc(world.folder, ['build']),
  ]) {
    expect(run.code).toBe(1);
    expect(run.stderr.match(/^error\[\w+\]/gm)).toEqual(['error[FLC4951]']);
    expect(run.stderr).toContain('fleet.lock.yaml:3:3');
    expect(run.stderr).toContain('docker:dind: { digest: x }');
  }
  expect(world.lockFile()).toBe(broken);
  expect(world.registry.seen).toEqual([]);
});

it.skipIf(process.getuid?.() !== 0)('says that the file cannot be written', async () => {
  await world.lock();
  const before = world.lockFile();
  world.registry.odd.set('library/docker', 'moved');
  chmodSync(world.folder, 0o555);
  const nobody = 65_534;
  const args = ['lock', '--through-proxy', '--update-all'];
  const { code, stdout, stderr } = await startFleetc(world.folder, args, {}, nobody);
  expect([code, stdout, stderr.match(/^error\[\w+\]/gm)]).toEqual([4, '', ['error[FLC6943]']]);
  expect(stderr).toContain('cannot write "fleet.lock.yaml": permission denied');
  expect(world.lockFile()).toBe(before);
  expect(readdirSync(world.folder).filter((name) => name.includes('tmp'))).toEqual([]);
});

it.each<[readonly string[], string]>([
  [['-'], 'a fleet from standard input has no folder in which its lock could be'],
  [
    ['--check', '--update-all'],
    '"--check" looks at every image and writes nothing, so it goes without "--update-all"',
  ],
  [['--timeout', '0'], 'option "--timeout" needs seconds above 0 and below 10000, not "0"'],
  [
    ['--plain-http', 'http://x'],
    'option "--plain-http" needs a host as images name it, such as registry.example.com:5000, not "http://x"',
  ],
])('refuses the command line %j', (args, message) => {
  expect(runFleetc(world.folder, ['lock', ...args])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(message),
  });
});

it.each<[string, string, string]>([
  ['gone.pem', '', 'no such file or folder'],
  ['empty.pem', 'nothing', 'it holds no certificate in the form PEM'],
  [
    'bad.pem',
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    'a certificate in it is damaged',
  ],
])('says why %s holds no authority', (name, text, problem) => {
  if (text !== '') writeFileSync(join(world.folder, name), text);
  const { code, stderr } = runFleetc(world.folder, ['lock', '--ca', name]);
  expect([code, stderr]).toEqual([
    4,
    `fleetc: cannot use the certificates of "${name}": ${problem}\n`,
  ]);
});

it('asks nobody for a fleet with errors', async () => {
  writeFileSync(join(world.folder, 'fleet.yaml'), fleetWithError);
  expect((await world.lock()).code).toBe(1);
  expect(world.registry.seen).toEqual([]);
});
