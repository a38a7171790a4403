import { type Diagnostic, formatPath } from '@fleetc/diagnostics';
import type { Chart, Fleet, Pool } from '@fleetc/fleet';
import type { Bundle } from '../bundle.ts';
import { type BundleInputs, compileBundle } from '../compile-bundle.ts';
import { runBundleCheck } from './bundle-check.ts';
import { bundleChecks } from './bundle-checks.ts';
import { runnersOf } from './emitted-items.ts';
import { rawPodChecks } from './raw-pod-checks.ts';

/**
 * Finds what is wrong with emitted objects and values although their schemas accept them. Says nothing about a place
 * that `told` is about: what a schema refuses needs no second finding.
 */
export async function checkEmitted(
  bundle: Bundle,
  fleet: Fleet,
  told: readonly Diagnostic[],
  inputs: BundleInputs = {},
): Promise<Diagnostic[]> {
  const plain = hasEscapes(fleet)
    ? (await compileBundle(withoutEscapes(fleet), inputs)).bundle
    : bundle;
  const emitted = { fleet, bundle, plain, runners: runnersOf(bundle, fleet) };
  const places = new Set(told.map(placeOf));
  const checks = plain === bundle ? bundleChecks : [...bundleChecks, ...rawPodChecks];
  return checks
    .flatMap((rule) => runBundleCheck(rule, emitted))
    .filter((diagnostic) => !places.has(placeOf(diagnostic)));
}

function placeOf({ path = [] }: Diagnostic): string {
  return formatPath(path);
}

function hasEscapes({ controller, pools }: Fleet): boolean {
  const charts = [controller.chart, controller.certManager.chart];
  return (
    charts.some(({ values }) => Object.keys(values).length > 0) ||
    pools.some(({ pod, patch }) => [pod, patch].some((raw) => Object.keys(raw).length > 0))
  );
}

function withoutEscapes(fleet: Fleet): Fleet {
  const { controller } = fleet;
  const certManager = {
    ...controller.certManager,
    chart: withoutValues(controller.certManager.chart),
  };
  return {
    ...fleet,
    controller: { ...controller, chart: withoutValues(controller.chart), certManager },
    pools: fleet.pools.map((pool): Pool => ({ ...pool, pod: {}, patch: {} })),
  };
}

function withoutValues(chart: Chart): Chart {
  return { ...chart, values: {} };
}
