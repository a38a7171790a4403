import type { Path } from '@fleetc/diagnostics';
import type { Chart, JsonObject } from '@fleetc/fleet';
import type { ReleaseItem, Stage } from '../bundle.ts';
import { emitFields, type Fields } from '../emission/emit.ts';
import { originOf } from '../emission/object-item.ts';
import { applyOverlays } from '../emission/overlay.ts';
import type { Context, Table } from '../emission/table.ts';

/** What a Helm release is made of besides its values. */
export interface ReleaseParts<C extends Context> {
  readonly stage: Stage;
  readonly name: string;
  readonly namespace: string;
  readonly chart: Chart;
  readonly path: Path;
  readonly table: Table<C>;
  readonly context: C;
}

/** Emits one release: computed values, the user's raw values over them, and the rewrite of images last of all. */
export function createReleaseItem<C extends Context>(
  { stage, name, namespace, chart, path, table, context }: ReleaseParts<C>,
  finish: (values: Fields) => Fields,
): ReleaseItem {
  const overlays = [{ at: [], patch: chart.values, from: [...chart.path, 'values'] }];
  const values = finish(applyOverlays(emitFields(table, context), overlays)) as JsonObject;
  const { repository, name: chartName, version } = chart;
  return {
    type: 'release',
    stage,
    path,
    release: { name, namespace, repository, chart: chartName, version, values },
    origin: (asked) => originOf({ table, context, overlays, path }, asked),
  };
}
