import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const bin = resolve(import.meta.dirname, '../../../apps/fleetc/bin/fleetc.mjs');

/** A folder with a fleet whose every image comes from one registry, gone when the test is. */
export function makeFleet(host: string, image: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'fleetc-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const text = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
controller: { credentials: github }
registry: { proxy: { harbor: { host: "${host}", projects: { docker.io: hub, quay.io: quay } } } }
credentials:
  github: { pat: { secret: { name: controller-manager, from: { env: ACME_TOKEN } } } }
scopes:
  web: { repository: acme/web }
pools:
  ci:
    image: ${image}
    resources: { requests: { cpu: 500m, memory: 1Gi } }
`;
  writeFileSync(join(folder, 'fleet.yaml'), text);
  return folder;
}

/** Runs the built command. */
export function runFleetc(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: cwd, ...env },
  });
  return { code: status, stdout, stderr };
}
