import type { Path } from '@fleetc/diagnostics';

/** Whether a place in the fleet is written in Kubernetes' or the chart's own words. */
export function isEscape(path: Path): boolean {
  const [block, , field] = path;
  if (block === 'pools') return field === 'pod' || field === 'patch';
  return block === 'controller' && path.includes('values');
}
