/** Paths of `left` that `right` lacks; of a missing branch the topmost path only. */
export function pathDifference(
  left: readonly (readonly string[])[],
  right: readonly (readonly string[])[],
): string[] {
  const known = new Set(right.map(printedPath));
  return left
    .filter((path) => !known.has(printedPath(path)))
    .filter((path) => path.length === 1 || known.has(printedPath(path.slice(0, -1))))
    .map(printedPath);
}

/** A path as people write it: `spec.volumes[].name`. */
export function printedPath(path: readonly string[]): string {
  return path.join('.').replaceAll('.[]', '[]').replaceAll('.{}', '{}');
}
