import type { ArgocdOptions, Environment } from './environment.ts';

/** Metadata of what stands for the whole fleet. */
export function rootMetadata(environments: readonly Environment[], { output }: ArgocdOptions) {
  const fleet = environments[0]?.bundle.fleet ?? output.project;
  const labels = {
    'app.kubernetes.io/part-of': fleet,
    'app.kubernetes.io/managed-by': 'fleetc',
  };
  return { name: fleet, namespace: output.namespace, labels };
}
