import { formatPath, type Path } from '@fleetc/diagnostics';

const singular: Readonly<Record<string, string>> = {
  credentials: 'credential',
  scopes: 'scope',
  profiles: 'profile',
  pools: 'pool',
  environments: 'environment',
};

/** A value or the map that holds a key, in the words of the language: `the fleet`, `pool "build"`, `"autoscale.on" of pool "build"`. */
export function describePlace(path: Path): string {
  const [block, name, ...rest] = path;
  if (block === undefined) return 'the fleet';
  const noun = singular[String(block)];
  if (noun === undefined || name === undefined) return `"${formatPath(path)}"`;
  const owner = `${noun} "${name}"`;
  return rest.length === 0 ? owner : `"${formatPath(rest)}" of ${owner}`;
}

/** The same for the key itself: `the name "build"`. */
export function describeKey(path: Path): string {
  return `the name "${path.at(-1)}"`;
}
