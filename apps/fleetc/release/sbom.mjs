import { readFileSync } from 'node:fs';

const lock = new URL('../../../package-lock.json', import.meta.url);

/**
 * What is in the bundle as CycloneDX 1.6. Without a serial number and a time, which the format leaves free, so that the same
 * sources give the same bytes.
 */
export function formatSbom(packages, { version }) {
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: describe({ name: 'fleetc', version, license: 'Apache-2.0' }, 'application'),
    },
    components: packages.map((each) => ({ ...describe(each, 'library'), ...findHashes(each) })),
    dependencies: [
      { ref: toPurl({ name: 'fleetc', version }), dependsOn: packages.map(toPurl) },
      ...packages.map((each) => ({ ref: toPurl(each) })),
    ],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

function describe({ name, version, license }, type) {
  const purl = toPurl({ name, version });
  return { type, 'bom-ref': purl, name, version, 'licenses': [{ license: { id: license } }], purl };
}

function toPurl({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** The lock file's hash of the package as it was downloaded. */
function findHashes({ name, version }) {
  const { packages } = JSON.parse(readFileSync(lock, 'utf8'));
  const [, entry] = Object.entries(packages).find(
    ([path, each]) =>
      path.endsWith(`node_modules/${name}`) && each.version === version && each.integrity,
  );
  const content = Buffer.from(entry.integrity.replace('sha512-', ''), 'base64').toString('hex');
  return { hashes: [{ alg: 'SHA-512', content }] };
}
