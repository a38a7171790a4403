import { expect, it } from 'vitest';
import { lockFileFor, nameInLock, withDigest } from './locked-images.ts';

const digest = `sha256:${'a'.repeat(64)}`;

it.each([
  ['fleet.yaml', 'fleet.lock.yaml'],
  ['infra/fleet.yaml', 'fleet.lock.yaml'],
  ['infra/ci.fleet.yaml', 'ci.fleet.lock.yaml'],
  ['fleetc.yml', 'fleetc.lock.yaml'],
  ['fleet', 'fleet.lock.yaml'],
  ['<stdin>', 'fleet.lock.yaml'],
])('locks %s in %s', (file, lock) => {
  expect(lockFileFor(file)).toBe(lock);
});

it.each([
  ['docker', 'docker.io/library/docker:latest'],
  ['docker:dind', 'docker.io/library/docker:dind'],
  ['index.docker.io/acme/web:1', 'docker.io/acme/web:1'],
  ['registry-1.docker.io/acme/web:1', 'docker.io/acme/web:1'],
  ['r.test:5000/a:1', 'r.test:5000/a:1'],
  [`docker:dind@${digest}`, undefined],
  ['No Image', undefined],
])('knows %s as %s', (reference, name) => {
  expect(nameInLock(reference)).toBe(name);
});

it.each([
  ['docker', `docker:latest@${digest}`],
  ['docker:dind', `docker:dind@${digest}`],
  ['r.test:5000/a', `r.test:5000/a:latest@${digest}`],
  [`a@sha256:${'b'.repeat(64)}`, `a@sha256:${'b'.repeat(64)}`],
])('puts a digest behind %s', (reference, result) => {
  expect(withDigest(reference, digest)).toBe(result);
});
