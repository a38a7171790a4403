import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const app = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The packages of others whose code is in the bundle, sorted by name and version: what the bundler says it kept, not what a
 * package.json asks for.
 *
 * @throws {Error} for a package without the text of its licence, which may then not be passed on
 */
export function listBundledPackages(metafile = join(app, 'dist/metafile.json')) {
  const { outputs } = JSON.parse(readFileSync(metafile, 'utf8'));
  const folders = new Set(Object.values(outputs).flatMap(listFolders));
  return [...folders].map(describePackage).sort(byNameAndVersion);
}

function listFolders({ inputs }) {
  return Object.entries(inputs).flatMap(([input, { bytesInOutput }]) => {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    return found && bytesInOutput > 0 ? [join(app, found[1])] : [];
  });
}

function describePackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (!file) throw new Error(`${name} ${version} has no text of its licence`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return { name, version, license, text };
}

function byNameAndVersion(a, b) {
  const [left, right] = [`${a.name} ${a.version}`, `${b.name} ${b.version}`];
  return left < right ? -1 : Number(left > right);
}
