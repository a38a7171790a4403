import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const made: string[] = [];
process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone when the benchmark is, with a fleet file in it if there is text for one. */
export function makeFolder(fleet?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'fleetc-bench-'));
  made.push(folder);
  if (fleet !== undefined) writeFileSync(join(folder, 'fleet.yaml'), fleet);
  return folder;
}
