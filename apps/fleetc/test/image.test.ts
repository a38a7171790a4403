import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildImage } from '@fleetc/testing/build-image';
import { expect, it } from 'vitest';

const app = join(import.meta.dirname, '..');

it('runs in its image as a user without a home, on a root that it cannot write to', () => {
  const { root, env, user, entrypoint } = buildImage(app);
  const fleet = mkdtempSync(join(tmpdir(), 'fleetc-mounted-'));
  chmodSync(fleet, 0o755);
  cpSync(join(app, '../../examples/tutorial/fleet.yaml'), join(fleet, 'fleet.yaml'));
  const program = join(root, entrypoint[0]!);
  const run = (...args: string[]) =>
    spawnSync(program, args, {
      cwd: fleet,
      encoding: 'utf8',
      env: { ...env, PATH: dirname(process.execPath) },
      // Only root may become somebody else.
      ...(process.getuid?.() === 0 && { uid: user, gid: user }),
    });
  expect(run('--version')).toMatchObject({ status: 0, stdout: 'fleetc 0.1.0\n' });
  expect(run('check')).toMatchObject({ status: 0, stdout: '' });
  const build = run('build', '--stdout');
  expect(build).toMatchObject({ status: 0 });
  expect(build.stdout).toMatch(/^kind: RunnerDeployment$/m);
  rmSync(fleet, { recursive: true });
});
