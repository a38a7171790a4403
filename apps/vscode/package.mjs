// Packs the built extension into dist/fleetc-vscode-VERSION.vsix, which `code --install-extension` takes.
import { readVersion } from '@fleetc/bundling';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './pack/list-files.mjs';
import { packVsix } from './pack/pack-vsix.mjs';

const name = `dist/fleetc-vscode-${readVersion(import.meta.dirname)}.vsix`;
writeFileSync(join(import.meta.dirname, name), packVsix(await listFiles()));
console.log(name);
