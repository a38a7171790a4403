// Builds every example into its expected/ folder. Review what changes: it is what users will get.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exampleBuilds } from './example-builds.mjs';

const examples = fileURLToPath(new URL('../../../examples', import.meta.url));
const bin = fileURLToPath(new URL('../bin/fleetc.mjs', import.meta.url));

for (const name of readdirSync(examples).sort()) {
  const cwd = join(examples, name);
  const text = readFileSync(join(cwd, 'fleet.yaml'), 'utf8');
  for (const input of exampleBuilds(name, text)) {
    execFileSync(process.execPath, [bin, 'build', '-'], {
      cwd,
      input,
      stdio: ['pipe', 'inherit', 'inherit'],
    });
  }
}
