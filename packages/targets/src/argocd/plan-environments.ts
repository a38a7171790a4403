import type { Bundle } from '@fleetc/core';
import { clusterOf, ownCluster } from './destination.ts';
import { type ArgocdOptions, type Environment, planEnvironment, type Unit } from './environment.ts';

/** Cuts bundles into Applications, of which no two bring the same object into one cluster. */
export function planEnvironments(
  bundles: readonly Bundle[],
  options: ArgocdOptions,
): Environment[] {
  return shareDefinitions(bundles.map((bundle) => planEnvironment(bundle, options)));
}

/**
 * Of several controllers in one cluster, one alone brings the custom resource definitions: two Applications with one
 * object would take it from each other for ever. It is the one that has cert-manager beside it, or the first, so that a
 * new environment rarely changes which one that is.
 */
function shareDefinitions(environments: readonly Environment[]): Environment[] {
  return environments.map((environment) => {
    const beside = environments.filter((other) => keyOf(other) === keyOf(environment));
    const controllers = beside.filter((other) => findUnit(other, 'controller'));
    const owner = controllers.find((other) => findUnit(other, 'cert-manager')) ?? controllers[0];
    if (!owner || owner === environment) return environment;
    const definitionsFrom = findUnit(owner, 'controller')!.name;
    const units = environment.units.map((unit) =>
      isRelease(unit, 'controller') ? { ...unit, definitionsFrom } : unit,
    );
    return { ...environment, units };
  });
}

function findUnit({ units }: Environment, step: Unit['part']['step']): Unit | undefined {
  return units.find((unit) => isRelease(unit, step));
}

function isRelease({ part }: Unit, step: Unit['part']['step']): boolean {
  return part.type === 'release' && part.step === step;
}

function keyOf({ bundle }: Environment): string {
  const cluster = clusterOf(bundle);
  // Argo CD knows its own cluster by this name, too.
  const isOwn = 'name' in cluster && cluster.name === 'in-cluster';
  return JSON.stringify(isOwn ? { server: ownCluster } : cluster);
}
