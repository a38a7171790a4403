import { strToU8, zipSync } from 'fflate';
import { formatContentTypes, formatVsixManifest } from './vsix-manifest.mjs';

/** Names that an editor looks for in another spelling. */
const renamed = {
  'README.md': 'readme.md',
  'CHANGELOG.md': 'changelog.md',
  'LICENSE': 'LICENSE.txt',
};

/** The bytes of a .vsix: the same for the same files, whenever and wherever it is packed. */
export function packVsix(files) {
  const names = [...files.keys()].map((name) => [name, `extension/${renamed[name] ?? name}`]);
  const manifest = JSON.parse(Buffer.from(files.get('package.json')).toString());
  const entries = [
    ['extension.vsixmanifest', strToU8(formatVsixManifest(manifest))],
    ['[Content_Types].xml', strToU8(formatContentTypes(names.map(([, path]) => path)))],
    ...names.map(([name, path]) => [path, new Uint8Array(files.get(name))]),
  ];
  // The oldest time that a zip can hold, told in local time as zips do, so that every zone gives the same bytes.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(entries), { mtime, level: 9 });
}
