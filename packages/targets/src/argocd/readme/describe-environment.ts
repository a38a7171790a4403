import { listNeeds } from '../../gitops/readme/list-needs.ts';
import { code } from '../../layout/markdown.ts';
import { clusterOf, ownCluster } from '../destination.ts';
import type { ArgocdOptions, Environment } from '../environment.ts';

/** What has to be there for one environment, for the template. */
export function describeEnvironment({ bundle }: Environment, options: ArgocdOptions) {
  const cluster = clusterOf(bundle);
  const place = 'name' in cluster ? describeName(cluster.name) : describeServer(cluster.server);
  const title = options.hasEnvironments ? `Environment ${code(bundle.environment)}, in` : 'In';
  const needs = listNeeds(bundle);
  return { heading: `${title} ${place}${needs.length > 0 ? ':\n' : ': nothing more.'}`, needs };
}

function describeName(name: string): string {
  return `the cluster that Argo CD knows as ${code(name)}`;
}

function describeServer(server: string): string {
  return server === ownCluster ? 'the cluster of Argo CD' : `the cluster at ${code(server)}`;
}
