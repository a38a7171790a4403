/** A file name as seen from the root of the repository, with slashes; absolute names stay as they are. */
export function toRepositoryPath(file: string, rootPrefix = ''): string {
  const slashed = file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  if (isAbsolute(slashed) || rootPrefix === '') return slashed;
  return withoutDots(`${rootPrefix.replaceAll('\\', '/')}/${slashed}`);
}

// GitHub matches annotations by name, and knows a file by one name only.
function withoutDots(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Whether a name with slashes starts at a root or a drive. */
export function isAbsolute(file: string): boolean {
  return /^(?:\/|[A-Za-z]:\/)/.test(file);
}
