/** A file name as seen from the root of the repository, with slashes; absolute names stay as they are. */
export function toRepositoryPath(file: string, rootPrefix = ''): string {
  const slashed = file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  if (isAbsolute(slashed) || rootPrefix === '') return slashed;
  return `${rootPrefix.replaceAll('\\', '/').replace(/\/+$/, '')}/${slashed}`;
}

/** Whether a name with slashes starts at a root or a drive. */
export function isAbsolute(file: string): boolean {
  return /^(?:\/|[A-Za-z]:\/)/.test(file);
}
