// Builds every example into its expected/ folder. Review what changes: it is what users will get.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const examples = fileURLToPath(new URL('../../../examples', import.meta.url));
const bin = fileURLToPath(new URL('../bin/fleetc.mjs', import.meta.url));

for (const name of readdirSync(examples).sort()) {
  const out = join(examples, name, 'expected/plain');
  execFileSync(process.execPath, [bin, 'build', join(examples, name), '--out', out], {
    stdio: 'inherit',
  });
}
