/** What an editor and its marketplace read of an extension before its package.json. */
export function formatVsixManifest(manifest) {
  const { name, version, publisher, displayName, description, keywords, categories } = manifest;
  const code = 'Microsoft.VisualStudio.Code';
  const services = 'Microsoft.VisualStudio.Services';
  const properties = {
    [`${code}.Engine`]: manifest.engines.vscode,
    [`${code}.ExtensionDependencies`]: '',
    [`${code}.ExtensionPack`]: '',
    // The server is a process, which a browser cannot start.
    [`${code}.ExtensionKind`]: 'workspace',
    [`${code}.LocalizedLanguages`]: '',
    [`${code}.EnabledApiProposals`]: '',
    [`${code}.ExecutesCode`]: 'true',
    [`${services}.GitHubFlavoredMarkdown`]: 'true',
    [`${services}.Content.Pricing`]: 'Free',
  };
  const assets = {
    [`${code}.Manifest`]: 'extension/package.json',
    [`${services}.Content.Details`]: 'extension/readme.md',
    [`${services}.Content.Changelog`]: 'extension/changelog.md',
    [`${services}.Content.License`]: 'extension/LICENSE.txt',
    [`${services}.Icons.Default`]: 'extension/icon.png',
  };
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011" xmlns:d="http://schemas.microsoft.com/developer/vsx-schema-design/2011">
  <Metadata>
    <Identity Language="en-US" Id="${escape(name)}" Version="${escape(version)}" Publisher="${escape(publisher)}" />
    <DisplayName>${escape(displayName)}</DisplayName>
    <Description xml:space="preserve">${escape(description)}</Description>
    <Tags>${escape(keywords.join(','))}</Tags>
    <Categories>${escape(categories.join(','))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
${lines(properties, ([id, value]) => `<Property Id="${id}" Value="${escape(value)}" />`)}
    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/icon.png</Icon>
  </Metadata>
  <Installation>
    <InstallationTarget Id="${code}" />
  </Installation>
  <Dependencies />
  <Assets>
${lines(assets, ([type, path]) => `<Asset Type="${type}" Path="${path}" Addressable="true" />`)}
  </Assets>
</PackageManifest>
`;
}

const contentTypes = {
  '.cjs': 'application/octet-stream',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.mjs': 'application/javascript',
  '.png': 'image/png',
  '.txt': 'text/plain',
  '.vsixmanifest': 'text/xml',
};

/**
 * What kind of thing each file is, by the ends of their names.
 *
 * @throws {Error} for a file whose kind is not known
 */
export function formatContentTypes(paths) {
  const ends = new Set(['.vsixmanifest', ...paths.map((path) => /\.\w+$/.exec(path)?.[0])]);
  const defaults = [...ends].sort().map((end) => {
    const type = contentTypes[end];
    if (type === undefined) throw new Error(`no content type is known for "${end}"`);
    return `<Default Extension="${end}" ContentType="${type}"/>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}</Types>
`;
}

function lines(entries, format) {
  return Object.entries(entries)
    .map((entry) => `      ${format(entry)}`)
    .join('\n');
}

function escape(text) {
  const names = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };
  return text.replaceAll(/[&<>"']/g, (character) => `&${names[character]};`);
}
