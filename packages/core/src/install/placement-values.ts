import type { Node } from '@fleetc/fleet';
import { field, filled, type Table } from '../emission/table.ts';
import type { InstallContext } from './install-context.ts';

/** Where a pod of the chart runs, in the chart's words; `from` is the `node` block. */
export function placementValues(
  from: string,
  nodeOf: (context: InstallContext) => Node | undefined,
): Table<InstallContext> {
  return [
    field('nodeSelector', `${from}.selector`, (c) => filled(nodeOf(c)?.selector)),
    field('tolerations', `${from}.tolerations`, (c) => filled(nodeOf(c)?.tolerations)),
    field('affinity', `${from}.affinity`, (c) => filled(nodeOf(c)?.affinity)),
    field('topologySpreadConstraints', `${from}.spread`, (c) => filled(nodeOf(c)?.spread)),
    field('priorityClassName', `${from}.priorityClass`, (c) => nodeOf(c)?.priorityClass),
  ];
}
