import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { syntheticFleet } from '../fleet/synthetic-fleet.ts';
import { fleetcCommand } from '../measure/fleetc.ts';
import { makeFolder } from '../measure/folders.ts';
import { runProcess } from '../measure/run-process.ts';
import { findTool } from '../peers/find-tool.ts';

/** Seconds that kustomize takes for every overlay that fleetc emits for a fleet of so many pools. */
export function measureOverlays(pools: number): number | undefined {
  const program = findTool('kustomize');
  if (!program) return undefined;
  const folder = makeFolder(syntheticFleet(pools));
  runProcess(fleetcCommand(folder, 'build', '--target', 'kustomize', '--out', 'tree'));
  const overlays = findOverlays(join(folder, 'tree/overlays'));
  const taken = overlays.map((path) => runProcess({ program, args: ['build', path] }).wall);
  return taken.reduce((sum, each) => sum + each, 0);
}

function findOverlays(root: string): string[] {
  const folders = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  return folders.filter((path) => existsSync(join(path, 'kustomization.yaml'))).sort();
}
