import type { Application } from '@fleetc/kubernetes';
import { agentLabels } from '../gitops/names.ts';
import { destinationOf } from './destination.ts';
import type { ArgocdOptions, Environment, Unit } from './environment.ts';
import { ignoredDifferences } from './ignored-differences.ts';
import { inRepo, sourcesOf } from './sources.ts';
import { syncPolicyOf } from './sync-policy.ts';

/** Deleting an Application with it deletes what the Application installed. */
export const cascade = 'resources-finalizer.argocd.argoproj.io';

/** The label by which a rolling sync knows the steps. */
export const stepLabel = 'fleetc.dev/step';

/** The Application of one unit. */
export function createApplication(
  { bundle }: Environment,
  unit: Unit,
  options: ArgocdOptions,
): Application {
  const { output } = options;
  const ignored = ignoredDifferences(unit.part);
  const syncPolicy = syncPolicyOf(unit.part, output, ignored);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: unit.name,
      namespace: output.namespace,
      labels: { ...agentLabels(bundle, options), [stepLabel]: unit.part.step },
      annotations: annotationsOf(unit, options),
      ...finalizersOf(options),
    },
    spec: {
      project: output.project,
      ...sourcesOf(unit, output),
      destination: destinationOf(bundle, unit.part),
      ...(ignored.length > 0 && { ignoreDifferences: ignored }),
      ...(syncPolicy && { syncPolicy }),
    },
  };
}

/** An ApplicationSet gives its Applications the finalizer, or not, itself. */
export function finalizersOf({ output }: ArgocdOptions): { finalizers?: [typeof cascade] } {
  return output.finalizer && output.layout === 'applications' ? { finalizers: [cascade] } : {};
}

function annotationsOf({ part, content }: Unit, { output: { repo } }: ArgocdOptions) {
  return {
    // Without it each commit to the repository renders every Application anew.
    'argocd.argoproj.io/manifest-generate-paths': `/${inRepo(repo, content)}`,
    'argocd.argoproj.io/sync-wave': String(part.order),
  };
}
