const rule = '-'.repeat(80);

/** The licences of others that go out with the bundle, as each of them asks for. */
export function formatNotices(packages) {
  const parts = packages.map(
    ({ name, version, license, text }) => `${rule}\n${name} ${version} (${license})\n\n${text}\n`,
  );
  return `fleetc contains code of the packages below, under their own licences.\n\n${parts.join('\n')}`;
}
