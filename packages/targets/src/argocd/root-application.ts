import type { Application, AppProject } from '@fleetc/kubernetes';
import { deriveName } from '@fleetc/notation';
import { finalizersOf } from './application.ts';
import { ownCluster } from './destination.ts';
import type { ArgocdOptions, Environment } from './environment.ts';
import { rootMetadata } from './root-metadata.ts';
import { folderSource, inRepo } from './sources.ts';
import { startsItself } from './sync-policy.ts';

/** The Application over all Applications of a fleet. */
export function createRootApplication(
  environments: readonly Environment[],
  options: ArgocdOptions,
): Application {
  const { output } = options;
  const syncPolicy = startsItself(output);
  const metadata = rootMetadata(environments, options);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      ...metadata,
      annotations: {
        'argocd.argoproj.io/manifest-generate-paths': `/${inRepo(output.repo, 'applications')}`,
      },
      ...finalizersOf(options),
    },
    spec: {
      project: rootProjectName(options),
      source: folderSource(output.repo, 'applications'),
      destination: { server: ownCluster, namespace: output.namespace },
      ...(Object.keys(syncPolicy).length > 0 && { syncPolicy }),
    },
  };
}

/**
 * The project of the root: this repository may put Applications beside Argo CD, and nothing else. The fleet's own
 * project may put nothing there.
 */
export function createRootProject(
  environments: readonly Environment[],
  options: ArgocdOptions,
): AppProject {
  const { output } = options;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { ...rootMetadata(environments, options), name: rootProjectName(options) },
    spec: {
      description: 'The Applications of the runners, beside Argo CD',
      sourceRepos: [output.repo.url],
      destinations: [{ server: ownCluster, namespace: output.namespace }],
      clusterResourceWhitelist: [],
      namespaceResourceWhitelist: [{ group: 'argoproj.io', kind: 'Application' }],
    },
  };
}

function rootProjectName({ output }: ArgocdOptions): string {
  return deriveName(`${output.project}-root`, 63);
}
