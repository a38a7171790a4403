import { formatYaml, type KubernetesObject } from '@fleetc/kubernetes';
import { header } from '../layout/header.ts';
import { formatObject } from '../layout/place-items.ts';
import type { File } from '../layout/to-tree.ts';
import { fileOf } from './identity.ts';
import type { HelmChart } from './helm-charts.ts';
import type { Differences, Patch } from './share.ts';

/** What one kustomization file says; empty lists are left out. */
export interface Kustomization {
  /** Folders of other kustomizations. */
  readonly bases?: readonly string[];
  readonly components?: readonly string[];
  readonly configurations?: readonly string[];
  readonly differences: Differences;
  readonly helmCharts?: readonly HelmChart[];
  /** Lines of comment below the first one, without `#`. */
  readonly comment?: readonly string[];
}

/** A kustomization with its files, for its folder. */
export function layOutKustomization(
  kind: 'Kustomization' | 'Component',
  kustomization: Kustomization,
): File[] {
  const { differences } = kustomization;
  const resources = differences.resources.map((object): File => [
    `resources/${fileOf(object)}`,
    formatObject(object),
  ]);
  const patches = differences.patches.map(({ target, operations }): File => [
    `patches/${fileOf(target)}`,
    formatYaml(operations),
  ]);
  const files = resources.map(([path]) => path).sort();
  const text = `${header}${toComment(kustomization.comment)}${formatYaml(toDocument(kind, kustomization, files))}`;
  return [['kustomization.yaml', text], ...resources, ...patches];
}

function toDocument(
  kind: 'Kustomization' | 'Component',
  { bases = [], components, configurations, differences, helmCharts }: Kustomization,
  files: readonly string[],
): object {
  return {
    apiVersion: `kustomize.config.k8s.io/${kind === 'Component' ? 'v1alpha1' : 'v1beta1'}`,
    kind,
    // A kustomization without any key counts as empty, which is an error.
    ...(kind === 'Kustomization'
      ? { resources: [...bases, ...files] }
      : filled({ resources: files })),
    ...filled({ components, configurations, helmCharts, patches: toPatches(differences.patches) }),
  };
}

function toPatches(patches: readonly Patch[]): object[] {
  return patches
    .map(({ target }) => ({ path: `patches/${fileOf(target)}`, target: toTarget(target) }))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

// kustomize reads every field as a pattern that has to fit as a whole. A patch without a target is no error to it.
function toTarget({ apiVersion, kind, metadata }: KubernetesObject): object {
  const [version, group] = apiVersion.split('/').reverse();
  return {
    ...(group !== undefined && { group: escapePattern(group) }),
    version,
    kind,
    name: escapePattern(metadata.name),
    ...(metadata.namespace !== undefined && { namespace: escapePattern(metadata.namespace) }),
  };
}

function escapePattern(text: string): string {
  return text.replaceAll('.', String.raw`\.`);
}

function filled(lists: Readonly<Record<string, readonly unknown[] | undefined>>): object {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list && list.length > 0));
}

function toComment(lines: readonly string[] = []): string {
  return lines.map((line) => `# ${line}`.trimEnd() + '\n').join('');
}
