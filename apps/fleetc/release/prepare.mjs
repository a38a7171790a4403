// What a published package holds besides the bundle: the licence, the licences of others, and the list of what is inside.
// Runs before `npm pack` and `npm publish`.
import { readFileSync, writeFileSync } from 'node:fs';
import { listBundledPackages } from './bundled-packages.mjs';
import { formatNotices } from './notices.mjs';
import { formatSbom } from './sbom.mjs';

const app = new URL('../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', app), 'utf8'));

const packages = listBundledPackages();
writeFileSync(new URL('LICENSE', app), readFileSync(new URL('../../LICENSE', app)));
writeFileSync(new URL('dist/THIRD-PARTY-LICENSES.txt', app), formatNotices(packages));
writeFileSync(new URL('dist/sbom.cdx.json', app), formatSbom(packages, { version }));
