import type { ApplicationSet } from '@fleetc/kubernetes';
import { stepLabel } from './application.ts';
import type { ArgocdOptions, Environment } from './environment.ts';
import { rootMetadata } from './root-metadata.ts';
import { inRepo } from './sources.ts';

/**
 * An ApplicationSet that makes an Application of each file in `applications`. It reads them from the repository, so that
 * it stays as it is whatever the fleet becomes, and its own text fixes the project, so that no file can choose another.
 */
export function createApplicationSet(
  environments: readonly Environment[],
  options: ArgocdOptions,
): ApplicationSet {
  const { project, repo, automated, finalizer } = options.output;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: rootMetadata(environments, options),
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        {
          git: { repoURL: repo.url, revision: repo.revision, files: [{ path: pattern(options) }] },
        },
      ],
      ...rollingSync(environments, options),
      syncPolicy: {
        applicationsSync: automated?.prune ? 'sync' : 'create-update',
        preserveResourcesOnDeletion: !finalizer,
      },
      template: {
        metadata: { name: '{{ .metadata.name }}' },
        // The patch fills it: a server here would meet a name there.
        spec: { project, destination: {} },
      },
      templatePatch,
    },
  };
}

function pattern({ hasEnvironments, output }: ArgocdOptions): string {
  return inRepo(output.repo, hasEnvironments ? 'applications/*/*.yaml' : 'applications/*.yaml');
}

// A template knows texts only; JSON is YAML.
const templatePatch = `metadata:
  labels: {{ toJson .metadata.labels }}
  annotations: {{ toJson .metadata.annotations }}
spec: {{ toJson .spec }}
`;

/** The steps of all clusters, each after the one before is healthy everywhere. */
function rollingSync(
  environments: readonly Environment[],
  { output }: ArgocdOptions,
): Pick<ApplicationSet['spec'], 'strategy'> {
  if (output.layout !== 'rollingSync') return {};
  const parts = environments.flatMap(({ units }) => units.map(({ part }) => part));
  const inOrder = [...new Set(parts.toSorted((a, b) => a.order - b.order).map(({ step }) => step))];
  const steps = inOrder.map((step) => ({
    matchExpressions: [{ key: stepLabel, operator: 'In' as const, values: [step] }],
  }));
  // With an order of deletion the set takes its Applications along, and what they installed would be nobody's.
  const order = output.finalizer ? ({ deletionOrder: 'Reverse' } as const) : {};
  return { strategy: { type: 'RollingSync', ...order, rollingSync: { steps } } };
}
