/**
 * Labels of the runners that GitHub hosts for everybody, macOS sizes included, in lower case. From the list of available
 * images of actions/runner-images.
 */
export const hostedLabels: ReadonlySet<string> = new Set([
  'ubuntu-latest',
  'ubuntu-26.04',
  'ubuntu-26.04-arm',
  'ubuntu-24.04',
  'ubuntu-24.04-arm',
  'ubuntu-22.04',
  'ubuntu-22.04-arm',
  'ubuntu-slim',
  'windows-latest',
  'windows-2025',
  'windows-2025-vs2026',
  'windows-2022',
  'windows-11-arm',
  'windows-11-vs2026-arm',
  'macos-latest',
  'macos-latest-large',
  'macos-latest-xlarge',
  'macos-26',
  'macos-26-intel',
  'macos-26-large',
  'macos-26-xlarge',
  'macos-15',
  'macos-15-intel',
  'macos-15-large',
  'macos-15-xlarge',
]);

/** Labels that GitHub has withdrawn for good: actions/runner-images#6002, #11101, #12045, #10721 and #13046. */
export const retiredLabels: ReadonlySet<string> = new Set([
  'ubuntu-16.04',
  'ubuntu-18.04',
  'ubuntu-20.04',
  'windows-2016',
  'windows-2019',
  'macos-10.15',
  'macos-11',
  'macos-12',
  'macos-12-large',
  'macos-12-xlarge',
  'macos-13',
  'macos-13-large',
  'macos-13-xlarge',
]);

/** What names of larger runners and of images that are newer than the table start with. */
export const hostedPrefix = /^(?:ubuntu|windows|macos)-/;
