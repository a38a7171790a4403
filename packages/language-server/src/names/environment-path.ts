import type { Path } from '@fleetc/diagnostics';

/** Whether a path is that of the override of an environment. */
export function isOverride(path: Path): boolean {
  return path.length === 3 && path[0] === 'environments' && path[2] === 'override';
}

/** A path in an override as the path that it patches, with the name of the environment; other paths as they are. */
export function toPatched(path: Path): { readonly path: Path; readonly environment?: string } {
  if (path.length < 3 || !isOverride(path.slice(0, 3))) return { path };
  return { path: path.slice(3), environment: String(path[1]) };
}
