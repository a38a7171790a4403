import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The release scripts of the command line, which know whose code a bundle holds. */
async function loadNotices() {
  const folder = new URL('../../fleetc/release/', import.meta.url);
  const { listBundledPackages } = await import(new URL('bundled-packages.mjs', folder).href);
  const { formatNotices } = await import(new URL('notices.mjs', folder).href);
  return { listBundledPackages, formatNotices };
}

/** What goes into the package, by the path in the extension's folder: text or bytes. */
export async function listFiles() {
  const folders = ['dist/server', 'schemas'].flatMap((name) => listFolder(join(root, name)));
  const single = ['package.json', 'README.md', 'CHANGELOG.md', 'icon.png', 'dist/extension.cjs'];
  const names = [...folders, ...single].sort();
  const files = new Map(names.map((name) => [name, readFileSync(join(root, name))]));
  files.set('LICENSE', readFileSync(join(root, '../../LICENSE')));
  files.set('THIRD-PARTY-LICENSES.txt', Buffer.from(await formatThirdParty()));
  return files;
}

async function formatThirdParty() {
  const { listBundledPackages, formatNotices } = await loadNotices();
  const metafiles = [undefined, join(root, 'dist/metafile.json')];
  const packages = metafiles.flatMap((metafile) => listBundledPackages(metafile));
  const byName = new Map(packages.map((each) => [`${each.name} ${each.version}`, each]));
  return formatNotices([...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each));
}

function listFolder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).split(sep).join('/'));
}
