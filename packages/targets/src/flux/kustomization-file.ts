import { formatYaml } from '@fleetc/kubernetes';
import { header } from '../layout/header.ts';
import type { File } from '../layout/to-tree.ts';

/**
 * Files with the `kustomization.yaml` that lists them. Without it Flux would make one of whatever YAML it found, and
 * with a file too many or too few nobody would notice.
 */
export function withKustomizationFile(files: readonly File[]): File[] {
  const resources = files.map(([path]) => path).sort();
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources,
  };
  return [['kustomization.yaml', `${header}${formatYaml(kustomization)}`], ...files];
}
