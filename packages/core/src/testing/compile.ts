import { formatPath, type Path } from '@fleetc/diagnostics';
import type { Fleet, JsonObject, Pool } from '@fleetc/fleet';
import type { BundleItem, ObjectItem, ReleaseItem } from '../bundle.ts';
import { compileBundle } from '../compile-bundle.ts';
import { fleet } from './fleet-builder.ts';

/** Every object of a kind, in the order of the bundle. */
export async function objectsOf(input: Fleet, kind: string): Promise<ObjectItem[]> {
  const { bundle } = await compileBundle(input);
  return bundle.items.filter(
    (item): item is ObjectItem => item.type === 'object' && item.object.kind === kind,
  );
}

/** The values of a chart's release. */
export async function valuesOf(input: Fleet, chart: string): Promise<JsonObject> {
  return (await releaseOf(input, chart)).release.values;
}

/** The release of a chart. */
export async function releaseOf(input: Fleet, chart: string): Promise<ReleaseItem> {
  const { bundle } = await compileBundle(input);
  return bundle.items.find(
    (item): item is ReleaseItem => item.type === 'release' && item.release.chart === chart,
  )!;
}

/** The runner object of a fleet with one pool. */
export async function runnerOf(pool: Pool, fields: Partial<Fleet> = {}): Promise<ObjectItem> {
  const kind = pool.kind === 'set' ? 'RunnerSet' : 'RunnerDeployment';
  return (await objectsOf(fleet({ pools: [pool], ...fields }), kind))[0]!;
}

/** The `spec` of that object. */
export async function runnerSpec(pool: Pool, fields: Partial<Fleet> = {}): Promise<unknown> {
  return (await runnerOf(pool, fields)).object['spec'];
}

/** The autoscaler's `spec` of a fleet with one pool. */
export async function autoscalerSpec(pool: Pool): Promise<Record<string, unknown>> {
  const [item] = await objectsOf(fleet({ pools: [pool] }), 'HorizontalRunnerAutoscaler');
  return item!.object['spec'] as Record<string, unknown>;
}

/** The origin of a dotted path, printed; digits are list indexes. */
export function originOf(item: BundleItem, path: string): string {
  const steps: Path = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return formatPath(item.origin(steps));
}
