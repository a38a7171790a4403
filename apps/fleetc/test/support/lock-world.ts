import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type FakeRegistry, startFakeRegistry } from './fake-registry.ts';
import { plainFleet } from './fleets.ts';
import { makeFolder, type Run } from './run-fleetc.ts';
import { startFleetc } from './start-fleetc.ts';

/** A registry for all tests of a file, and a folder with a fleet that pulls from it for each of them. */
export interface LockWorld {
  registry: FakeRegistry;
  folder: string;
  lock(...args: readonly string[]): Promise<Run>;
  lockFile(): string;
}

/** Makes the world of the tests that lock; what is in it is there once a test runs. */
export function createLockWorld(): LockWorld {
  const world = {
    lock: (...args) => startFleetc(world.folder, ['lock', '--through-proxy', ...args]),
    lockFile: () => readFileSync(join(world.folder, 'fleet.lock.yaml'), 'utf8'),
  } as LockWorld;
  beforeAll(async () => {
    world.registry = await startFakeRegistry();
  });
  afterAll(() => world.registry.close());
  beforeEach(() => {
    world.registry.seen.length = 0;
    world.registry.odd.clear();
    delete world.registry.login;
    world.folder = makeFolder({ 'fleet.yaml': proxied(world.registry.host) });
  });
  return world;
}

/** A fleet whose every image comes from one host. */
export function proxied(host: string): string {
  return plainFleet.replace(
    '{ direct: [docker.io] }',
    `{ proxy: { harbor: { host: "${host}", projects: { docker.io: hub, quay.io: quay } } } }`,
  );
}
