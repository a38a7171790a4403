import type { Bundle, FluxOutput } from '@fleetc/core';
import type { KubernetesObject } from '@fleetc/kubernetes';
import type { FileTree } from '../file-tree.ts';
import { formatChecked } from '../gitops/format-checked.ts';
import { refuseSameNames } from '../gitops/names.ts';
import { placeObjects } from '../gitops/place-objects.ts';
import { type File, inFolder, toTree } from '../layout/to-tree.ts';
import type { Target } from '../target.ts';
import { createChartSource } from './chart-source.ts';
import { type Environment, type FluxOptions, planEnvironment, type Unit } from './environment.ts';
import { createHelmRelease } from './helm-release.ts';
import { createKustomization, createRootKustomization } from './kustomization.ts';
import { withKustomizationFile } from './kustomization-file.ts';
import { renderReadme } from './readme/render-readme.ts';
import { createSource } from './source.ts';

/** What Flux is pointed at, a folder a cluster, and what its Kustomizations apply, in order. */
export const fluxTarget: Target<FluxOutput> = { name: 'flux', layout };

async function layout(bundles: readonly Bundle[], options: FluxOptions): Promise<FileTree> {
  const environments = bundles.map((bundle) => planEnvironment(bundle, options));
  refuseSameNames(environments.flatMap(({ root, units }) => [root, ...units.map((u) => u.name)]));
  const files: File[] = [['README.md', renderReadme(environments, options)]];
  for (const environment of environments) {
    files.push(...(await layOutCluster(environment, options)));
    for (const unit of environment.units) {
      files.push(...(await layOutContent(environment, unit, options)));
    }
  }
  return toTree(files);
}

async function layOutCluster(environment: Environment, options: FluxOptions): Promise<File[]> {
  const files = await formatAll([
    ['source.yaml', createSource(environment, options)],
    ['root.yaml', createRootKustomization(environment, options)],
    ...environment.units.map(
      (unit) => [unit.file, createKustomization(environment, unit, options)] as const,
    ),
  ]);
  return inFolder(environment.folder, withKustomizationFile(files));
}

async function layOutContent(
  environment: Environment,
  { part, name, content }: Unit,
  options: FluxOptions,
): Promise<File[]> {
  if (part.type === 'objects') {
    return inFolder(content, withKustomizationFile(placeObjects(part.items)));
  }
  const { item } = part;
  const source = createChartSource(environment, name, { release: item.release, options });
  const files = await formatAll([
    [`${source.kind.toLowerCase()}.yaml`, source],
    ['helmrelease.yaml', createHelmRelease(environment, name, { item, options })],
  ]);
  return inFolder(content, withKustomizationFile(files));
}

async function formatAll(
  objects: readonly (readonly [file: string, object: KubernetesObject])[],
): Promise<File[]> {
  const files: File[] = [];
  for (const [file, object] of objects) files.push([file, await formatChecked(object)]);
  return files;
}
