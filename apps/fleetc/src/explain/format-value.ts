import { formatPath, type Path } from '@fleetc/diagnostics';
import type { Fleet, Json } from '@fleetc/fleet';
import { formatYaml } from '@fleetc/kubernetes';
import type { ExplainedFleet } from './explained-fleet.ts';
import { isObject } from './find-value.ts';

/** Prints where a span stands, such as `fleet.yaml:12`. */
export type FormatPlace = (span: ReturnType<Fleet['origin']>['span']) => string;

/** The value as YAML, with comments that name the origin of each part; the whole stays readable for a YAML parser. */
export function formatValue(
  { origin }: ExplainedFleet,
  path: Path,
  value: Json,
  formatPlace: FormatPlace,
): string {
  const origins = listLeaves(value, path).map((leaf) => {
    const { layer, span } = origin(leaf);
    const words = layer === 'default' ? 'built-in default' : `${layer}, ${formatPlace(span)}`;
    return `# ${formatPath(leaf) || '.'}: ${words}\n`;
  });
  return formatYaml(value) + origins.join('');
}

// A list is one leaf: layers replace lists as a whole.
function listLeaves(value: Json, path: Path): Path[] {
  if (!isObject(value) || Object.keys(value).length === 0) return [path];
  return Object.keys(value)
    .sort()
    .flatMap((key) => listLeaves(value[key]!, [...path, key]));
}
